package io.cofound.moderation;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.cofound.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = HouseRules.mainClassesOf("io.cofound.moderation");

    @Test
    void keeps_the_house_rules() {
        HouseRules.check(CLASSES, "moderation");
    }
}
