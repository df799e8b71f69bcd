package org.headwater.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The architecture holds for every module, and each rule is shown to bite on classes that break it on purpose. */
class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.headwater");

    private static final JavaClasses WRONG = new ClassFileImporter().importPackages("wrong");

    @TestFactory
    Stream<DynamicTest> holds() {
        return ArchitectureRules.under("org.headwater").entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(evaluate(rule.getValue(), PRODUCT)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> bites() {
        return ArchitectureRules.under("wrong").entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(evaluate(rule.getValue(), WRONG)).isNotEmpty()));
    }

    @Test
    void seesEveryModuleThatHasClasses() {
        assertThat(PRODUCT.stream().map(type -> type.getPackageName().split("\\.", -1)[2]))
                .contains("model", "cli")
                .isSubsetOf(ArchitectureRules.MODULES);
    }

    @Test
    void noPackageLiesInTwoModules() {
        assertThat(Modules.splitPackages(PRODUCT)).isEmpty();
    }

    @Test
    void seesAPackageInTwoPlaces() {
        JavaClasses withTests = new ClassFileImporter().importPackages("org.headwater.cli");

        assertThat(Modules.splitPackages(withTests)).anyMatch(found -> found.startsWith("org.headwater.cli lies in"));
    }

    @Test
    void modulesKeepMostTypesToThemselves() {
        List<String> counted = ArchitectureRules.MODULES.stream()
                .filter(module -> !module.equals("model"))
                .toList();

        assertThat(Modules.tooPublic(PRODUCT, "org.headwater", counted)).isEmpty();
    }

    @Test
    void seesAModuleThatIsAllPublic() {
        assertThat(Modules.tooPublic(WRONG, "wrong", List.of("model", "casefile")))
                .containsExactly("model: 2 of 2 types are public (at most 60 % may be)");
    }

    private static List<String> evaluate(ArchRule rule, JavaClasses classes) {
        EvaluationResult result = rule.allowEmptyShould(true).evaluate(classes);
        return result.getFailureReport().getDetails();
    }
}
