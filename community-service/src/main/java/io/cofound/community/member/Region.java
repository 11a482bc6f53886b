package io.cofound.community.member;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** A country of ISO 3166-1, such as {@code CN}, or a region of one as in ISO 3166-2, such as {@code CN-GD}. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Region.Validator.class)
@interface Region {

    String message() default "must be an ISO 3166 country or region such as CN or CN-GD";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<Region, String> {

        private static final Pattern SHAPE = Pattern.compile("([A-Za-z]{2})(-[A-Za-z0-9]{1,3})?");
        private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

        @Override
        public boolean isValid(String region, ConstraintValidatorContext context) {
            if (region == null) {
                return true;
            }
            Matcher parts = SHAPE.matcher(region);
            return parts.matches() && COUNTRIES.contains(parts.group(1).toUpperCase(Locale.ROOT));
        }
    }
}
