package org.headwater.cli.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules of the architecture over the classes below a root package, so that the same rules can be held against the
 * product and against classes that are wrong on purpose.
 */
final class ArchitectureRules {
    /** In the order of the river: each may use those before it. */
    static final List<String> MODULES = List.of(
            "model",
            "codebook",
            "evidence",
            "reading",
            "statements",
            "entities",
            "lineage",
            "findings",
            "casefile",
            "exchange",
            "web",
            "cli");

    private static final Set<String> CLOCK_TYPES = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    private final String root;
    private final Map<String, ArchRule> rules = new LinkedHashMap<>();

    private ArchitectureRules(String root) {
        this.root = root;
        direction();
        librariesInTheirPlace();
        names();
        edges();
    }

    /** The rules by name. */
    static Map<String, ArchRule> under(String root) {
        return new ArchitectureRules(root).rules;
    }

    private String in(String module) {
        return root + "." + module + "..";
    }

    private String[] inAllBut(String... modules) {
        List<String> kept = new ArrayList<>(MODULES);
        kept.removeAll(List.of(modules));
        return kept.stream().map(this::in).toArray(String[]::new);
    }

    private void direction() {
        for (int i = 0; i < MODULES.size() - 1; i++) {
            String[] later = MODULES.subList(i + 1, MODULES.size()).stream()
                    .map(this::in)
                    .toArray(String[]::new);
            rules.put(
                    MODULES.get(i) + " uses no later module",
                    noClasses()
                            .that()
                            .resideInAPackage(in(MODULES.get(i)))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(later));
        }
        needsOnly("model", "model");
        needsOnly("lineage", "lineage", "model");
        needsOnly("findings", "findings", "lineage", "model");
    }

    private void needsOnly(String module, String... modules) {
        String[] allowed = Stream.concat(Stream.of("java.."), Stream.of(modules).map(this::in))
                .toArray(String[]::new);
        rules.put(
                module + " needs only the JDK",
                ArchRuleDefinition.classes()
                        .that()
                        .resideInAPackage(in(module))
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(allowed)
                                .and(DescribedPredicate.not(resideInAPackage("java.sql..")))));
    }

    private void librariesInTheirPlace() {
        only("SQL", List.of("casefile"), "java.sql..", "javax.sql..", "org.jooq..", "org.sqlite..", "org.flywaydb..");
        only("Lucene", List.of("casefile"), "org.apache.lucene..");
        only("CoreNLP", List.of("statements"), "edu.stanford..");
        only("picocli", List.of("cli"), "picocli..");
        only("Bouncy Castle", List.of("evidence"), "org.bouncycastle..");
        only("Spring", List.of("web"), "org.springframework..", "org.thymeleaf..", "jakarta.servlet..");
        only("Spark", List.of(), "org.apache.spark..");
    }

    private void only(String library, List<String> modules, String... packages) {
        rules.put(
                library + (modules.isEmpty() ? " nowhere" : " only in " + String.join(", ", modules)),
                noClasses()
                        .that()
                        .resideInAnyPackage(inAllBut(modules.toArray(String[]::new)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(packages));
    }

    private void names() {
        rules.put(
                "no class is named for nothing",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .should()
                        .haveSimpleNameEndingWith("Util")
                        .orShould()
                        .haveSimpleNameEndingWith("Utils")
                        .orShould()
                        .haveSimpleNameEndingWith("Helper")
                        .orShould()
                        .haveSimpleNameEndingWith("Manager")
                        .orShould()
                        .haveSimpleNameEndingWith("Impl")
                        .orShould()
                        .haveSimpleNameEndingWith("DTO"));
    }

    private void edges() {
        outsideCli(
                "System.out and System.err only in cli",
                access(
                        "standard output",
                        access -> access.getTargetOwner().isEquivalentTo(System.class)
                                && Set.of("out", "err").contains(access.getName())));
        outsideCli(
                "stack traces are not printed",
                access("printStackTrace", access -> access.getName().equals("printStackTrace")));
        outsideCli("the time comes from outside", access("the clock of the machine", ArchitectureRules::readsClock));
        everywhere("chance comes from outside", access("unseeded chance", ArchitectureRules::isUnseeded));
        everywhere(
                "no error without a name",
                access(
                        "a generic exception",
                        access -> access.getName().equals("<init>")
                                && Set.of("java.lang.RuntimeException", "java.lang.Exception", "java.lang.Error")
                                        .contains(access.getTargetOwner().getName())
                                && !isCallOfSuperclass(access)));
        rules.put(
                "the process ends in one place",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .and()
                        .doNotHaveFullyQualifiedName(root + ".cli.Main")
                        .should()
                        .accessTargetWhere(access(
                                "the end of the process",
                                access -> Set.of("exit", "halt").contains(access.getName())
                                        && (access.getTargetOwner().isEquivalentTo(System.class)
                                                || access.getTargetOwner().isEquivalentTo(Runtime.class)))));
    }

    private void outsideCli(String name, DescribedPredicate<JavaAccess<?>> access) {
        rules.put(
                name,
                noClasses().that().resideInAnyPackage(inAllBut("cli")).should().accessTargetWhere(access));
    }

    private void everywhere(String name, DescribedPredicate<JavaAccess<?>> access) {
        rules.put(
                name, noClasses().that().resideInAPackage(root + "..").should().accessTargetWhere(access));
    }

    private static boolean isCallOfSuperclass(JavaAccess<?> access) {
        return access.getOriginOwner()
                .getRawSuperclass()
                .filter(parent ->
                        parent.getName().equals(access.getTargetOwner().getName()))
                .isPresent();
    }

    private static boolean readsClock(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return switch (access.getName()) {
            case "now" -> CLOCK_TYPES.contains(owner.getName());
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "system", "systemUTC", "systemDefaultZone" ->
                owner.getName().equals("java.time.Clock") || owner.getName().equals("java.time.InstantSource");
            case "<init>" -> owner.getName().equals("java.util.Date") && hasNoArguments(access);
            default -> false;
        };
    }

    private static boolean isUnseeded(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return switch (access.getName()) {
            case "<init>" -> owner.getName().equals("java.util.Random") && hasNoArguments(access);
            case "random" -> owner.isEquivalentTo(Math.class);
            case "randomUUID" -> true;
            default -> owner.getName().equals("java.util.concurrent.ThreadLocalRandom");
        };
    }

    private static boolean hasNoArguments(JavaAccess<?> access) {
        return access instanceof JavaCall<?> call
                && call.getTarget().getRawParameterTypes().isEmpty();
    }

    private static DescribedPredicate<JavaAccess<?>> access(
            String words, java.util.function.Predicate<JavaAccess<?>> test) {
        return DescribedPredicate.describe(words, test);
    }
}
