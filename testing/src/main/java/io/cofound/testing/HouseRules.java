package io.cofound.testing;

import jakarta.inject.Inject;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The rules every service's code keeps. ArchUnit fails a rule that matches no class, so none is empty. */
public final class HouseRules {

    private HouseRules() {}

    /** The main classes of one service. */
    public static JavaClasses mainClassesOf(String rootPackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage);
    }

    /** Resource to service to repository, never back and never past one. */
    public static final ArchRule THREE_HOPS = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat(simpleNameEndsWith("Repository"))
            .orShould()
            .dependOnClassesThat(simpleNameEndsWith("Outbox"));

    /** What nothing outside its feature needs is not seen outside it. */
    public static final ArchRule RESOURCES_ARE_PACKAGE_PRIVATE =
            classes().that().haveSimpleNameEndingWith("Resource").should().notBePublic();

    public static final ArchRule NO_FIELD_INJECTION = fields().should().notBeAnnotatedWith(Inject.class);

    public static final ArchRule NO_SETTERS = noMethods().should().haveNameMatching("set[A-Z].*");

    /** Services meet in the contracts and nowhere else. */
    public static ArchRule knowsNoOtherService(String own) {
        return noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "another service's classes",
                        type -> type.getPackageName()
                                        .matches(
                                                "io\\.cofound\\.(community|content|event|matching|moderation|gateway)(\\..*)?")
                                && !type.getPackageName().startsWith("io.cofound." + own)));
    }

    /** Features do not depend on each other in a circle. */
    public static ArchRule featuresAreFreeOfCycles(String own) {
        return slices().matching("io.cofound." + own + ".(*)..").should().beFreeOfCycles();
    }

    /** All of them for one service. */
    public static void check(JavaClasses classes, String own) {
        THREE_HOPS.check(classes);
        RESOURCES_ARE_PACKAGE_PRIVATE.check(classes);
        NO_FIELD_INJECTION.check(classes);
        NO_SETTERS.check(classes);
        knowsNoOtherService(own).check(classes);
        featuresAreFreeOfCycles(own).check(classes);
    }

    private static DescribedPredicate<JavaClass> simpleNameEndsWith(String suffix) {
        return DescribedPredicate.describe(
                "*" + suffix, type -> type.getSimpleName().endsWith(suffix));
    }
}
