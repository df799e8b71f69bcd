package org.headwater.cli.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The methods of the product by length, longest first, as the compiler's own parser sees them.
 *
 * @param methods every method with a body
 */
record MethodLengths(List<Method> methods) {
    static final int USUAL_MAX = 40;
    static final int MAX = 70;

    /**
     * One method.
     *
     * @param name file and name
     * @param lines from its first line, without its Javadoc, to its closing brace
     * @param parameters how many it takes
     */
    record Method(String name, int lines, int parameters) {}

    static MethodLengths of(SourceTree tree) throws IOException {
        List<Path> files = tree.files(".java").stream()
                .filter(file -> tree.name(file).contains("src/main/java/"))
                .toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Method> found = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    problem -> {},
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                String name = tree.name(Path.of(unit.getSourceFile().toUri()));
                new Scanner(unit, positions, name, found).scan(unit, null);
            }
        }
        found.sort(Comparator.comparingInt(Method::lines).reversed().thenComparing(Method::name));
        return new MethodLengths(List.copyOf(found));
    }

    /** Methods that nobody reads in one go. */
    List<Method> tooLong() {
        return methods.stream().filter(method -> method.lines() > MAX).toList();
    }

    /** Methods that are longer than usual. */
    List<Method> unusual() {
        return methods.stream().filter(method -> method.lines() > USUAL_MAX).toList();
    }

    private static final class Scanner extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final String file;
        private final List<Method> found;

        Scanner(CompilationUnitTree unit, SourcePositions positions, String file, List<Method> found) {
            this.unit = unit;
            this.positions = positions;
            this.file = file;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            Optional.ofNullable(method.getBody()).ifPresent(body -> {
                long first = positions.getStartPosition(unit, method);
                long last = positions.getEndPosition(unit, body);
                if (last > first) {
                    long lines = unit.getLineMap().getLineNumber(last)
                            - unit.getLineMap().getLineNumber(first)
                            + 1;
                    found.add(new Method(
                            file + " " + method.getName(),
                            (int) lines,
                            method.getParameters().size()));
                }
            });
            return super.visitMethod(method, null);
        }
    }
}
