package io.cofound.content;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.cofound.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = HouseRules.mainClassesOf("io.cofound.content");

    @Test
    void keeps_the_house_rules() {
        HouseRules.check(CLASSES, "content");
    }
}
