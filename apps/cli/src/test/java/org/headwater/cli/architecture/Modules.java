package org.headwater.cli.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.Source;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is counted over the classes of whole modules, rather than read off one class. */
final class Modules {
    /** Public top-level types may be at most this share of a module's files. */
    private static final double PUBLIC_SHARE_MAX = 0.60;

    /** Most of these two is what others hold in their hands: outcomes and entries; kinds, slots and patterns. */
    private static final Map<String, Double> RAISED = Map.of("evidence", 0.75, "codebook", 0.70);

    private Modules() {}

    /** Packages whose classes lie in more than one place, each with the places. */
    static List<String> splitPackages(JavaClasses classes) {
        Map<String, Set<String>> places = new TreeMap<>();
        for (JavaClass type : classes) {
            type.getSource()
                    .map(Source::getUri)
                    .ifPresent(uri -> places.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
                            .add(place(uri, type)));
        }
        List<String> split = new ArrayList<>();
        places.forEach((name, where) -> {
            if (where.size() > 1) {
                split.add(name + " lies in " + where);
            }
        });
        return split;
    }

    private static String place(URI source, JavaClass type) {
        String path = source.toString();
        String inside = type.getFullName().replace('.', '/') + ".class";
        return path.endsWith(inside) ? path.substring(0, path.length() - inside.length()) : path;
    }

    /** A file that a person wrote; what jOOQ makes from the schema is public whatever we want. */
    private static boolean isWritten(JavaClass type) {
        boolean generated = (type.getPackageName() + ".").startsWith("org.headwater.casefile.schema.");
        return type.isTopLevelClass() && !type.getSimpleName().equals("package-info") && !generated;
    }

    /** Modules in which too many of the top-level types are public, with the figures. */
    static List<String> tooPublic(JavaClasses classes, String root, List<String> modules) {
        List<String> found = new ArrayList<>();
        for (String module : modules) {
            int all = 0;
            int open = 0;
            for (JavaClass type : classes) {
                boolean inModule = (type.getPackageName() + ".").startsWith(root + "." + module + ".");
                boolean counts = inModule && isWritten(type);
                all += counts ? 1 : 0;
                open += counts && type.getModifiers().contains(JavaModifier.PUBLIC) ? 1 : 0;
            }
            double most = RAISED.getOrDefault(module, PUBLIC_SHARE_MAX);
            if (open > most * all) {
                found.add(module + ": " + open + " of " + all + " types are public (at most " + Math.round(most * 100)
                        + " % may be)");
            }
        }
        return found;
    }
}
