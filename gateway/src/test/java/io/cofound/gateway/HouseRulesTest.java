package io.cofound.gateway;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.cofound.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        // Given
        JavaClasses gateway = HouseRules.mainClassesOf("io.cofound.gateway");

        // Then
        HouseRules.NO_FIELD_INJECTION.check(gateway);
        HouseRules.NO_SETTERS.check(gateway);
        HouseRules.knowsNoOtherService("gateway").check(gateway);
        HouseRules.featuresAreFreeOfCycles("gateway").check(gateway);
    }
}
