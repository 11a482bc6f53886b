package io.cofound.gateway.openapi;

/** A name for an operation that was given none: {@code GET /posts/{id}} is {@code getPostsById}. */
final class OperationId {

    private OperationId() {}

    static String of(String method, String path) {
        StringBuilder id = new StringBuilder(method);
        for (String word : path.replace("{", "By/").split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return id.toString();
    }
}
