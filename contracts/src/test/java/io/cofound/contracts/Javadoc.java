package io.cofound.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;

/**
 * What the source of a contract type says about it, so that schemas tell partners what records tell us.
 *
 * @param text what the type is
 * @param components what each documented record component is
 * @param constants what each documented enum constant is
 */
record Javadoc(String text, Map<String, String> components, Map<String, String> constants) {

    static Javadoc of(Class<?> type) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            Path source = Path.of("src/main/java", type.getName().replace('.', '/') + ".java");
            var task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(source));
            return read(DocTrees.instance(task), task.parse().iterator().next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Javadoc read(DocTrees docs, CompilationUnitTree unit) {
        var type = (ClassTree) unit.getTypeDecls().getFirst();
        TreePath path = new TreePath(new TreePath(unit), type);
        DocCommentTree comment = docs.getDocCommentTree(path);
        Map<String, String> components = new LinkedHashMap<>();
        for (DocTree tag : comment.getBlockTags()) {
            if (tag instanceof ParamTree param) {
                components.put(param.getName().toString(), plain(param.getDescription()));
            }
        }
        Map<String, String> constants = new LinkedHashMap<>();
        for (var member : type.getMembers()) {
            DocCommentTree about = docs.getDocCommentTree(new TreePath(path, member));
            if (about != null && member instanceof VariableTree constant) {
                constants.put(constant.getName().toString(), plain(about.getFullBody()));
            }
        }
        return new Javadoc(plain(comment.getFullBody()), components, constants);
    }

    private static String plain(List<? extends DocTree> parts) {
        var text = new StringBuilder();
        for (DocTree part : parts) {
            text.append(
                    switch (part) {
                        case TextTree words -> words.getBody();
                        case LiteralTree literal -> literal.getBody().getBody();
                        default ->
                            throw new IllegalArgumentException("Only text and {@code} reach a schema, not " + part);
                    });
        }
        return text.toString().replaceAll("\\s+", " ").strip();
    }
}
