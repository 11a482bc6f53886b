package io.cofound.gateway.routing;

import java.util.Comparator;
import java.util.List;

/**
 * A path as the route table writes it: {@code {name}} stands for any one segment, a closing {@code **} for any number
 * of them, none included. Ordered so that of all patterns that match a path the most specific one comes first.
 */
record RoutePattern(List<String> segments) implements Comparable<RoutePattern> {

    private static final String REST = "**";

    /** @throws IllegalArgumentException for anything but the form above */
    static RoutePattern of(String text) {
        RoutePattern pattern = new RoutePattern(split(text));
        int rest = pattern.segments.indexOf(REST);
        if (!text.startsWith("/") || rest >= 0 && rest != pattern.segments.size() - 1) {
            throw new IllegalArgumentException("not a route: " + text);
        }
        return pattern;
    }

    boolean matches(String path) {
        List<String> actual = split(path);
        boolean open = segments.getLast().equals(REST);
        int fixed = open ? segments.size() - 1 : segments.size();
        if (open ? actual.size() < fixed : actual.size() != fixed) {
            return false;
        }
        for (int i = 0; i < fixed; i++) {
            boolean any = isVariable(segments.get(i)) && !actual.get(i).isEmpty();
            if (!any && !segments.get(i).equals(actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Where two patterns first differ in kind, a name beats a variable, and that beats the rest. */
    @Override
    public int compareTo(RoutePattern other) {
        int common = Math.min(segments.size(), other.segments.size());
        for (int i = 0; i < common; i++) {
            int difference = openness(segments.get(i)) - openness(other.segments.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Comparator.<Integer>reverseOrder().compare(segments.size(), other.segments.size());
    }

    /** As the route table writes it. */
    @Override
    public String toString() {
        return "/" + String.join("/", segments);
    }

    /** Whether the same paths match: names of variables make no difference. */
    boolean sameAs(RoutePattern other) {
        return anonymous().equals(other.anonymous());
    }

    private List<String> anonymous() {
        return segments.stream()
                .map(segment -> isVariable(segment) ? "{}" : segment)
                .toList();
    }

    private static int openness(String segment) {
        if (segment.equals(REST)) {
            return 2;
        }
        return isVariable(segment) ? 1 : 0;
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static List<String> split(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
