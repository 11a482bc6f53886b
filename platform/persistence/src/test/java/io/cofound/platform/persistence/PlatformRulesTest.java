package io.cofound.platform.persistence;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.cofound.testing.HouseRules;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class PlatformRulesTest {

    private static final JavaClasses PLATFORM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.cofound.platform");

    private static final String DOMAIN_WORDS =
            ".*(Post|Comment|Community|Membership|Meetup|Registration|Opportunity|Decision|Moderation).*";

    @Test
    void platform_knows_no_domain_word() {
        classes().should().haveNameNotMatching(DOMAIN_WORDS).check(PLATFORM);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.cofound.contracts.*..")
                .check(PLATFORM);
    }

    @Test
    void the_word_rule_would_catch_one() {
        JavaClasses guilty = new ClassFileImporter().importClasses(io.cofound.contracts.content.PostPublished.class);

        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        classes().should().haveNameNotMatching(DOMAIN_WORDS).check(guilty))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void platform_keeps_the_common_rules() {
        HouseRules.NO_FIELD_INJECTION.check(PLATFORM);
        HouseRules.NO_SETTERS.check(PLATFORM);
        HouseRules.RESOURCES_ARE_PACKAGE_PRIVATE.check(PLATFORM);
    }
}
