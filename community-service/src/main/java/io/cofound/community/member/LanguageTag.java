package io.cofound.community.member;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** A language tag of BCP 47 whose language is in ISO 639, such as {@code zh-Hans}. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = LanguageTag.Validator.class)
@interface LanguageTag {

    String message() default "must be a BCP 47 language tag such as zh-Hans or en";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<LanguageTag, String> {

        private static final int LONGEST = 35;
        private static final Set<String> TWO_LETTERS = Set.of(Locale.getISOLanguages());

        @Override
        public boolean isValid(String tag, ConstraintValidatorContext context) {
            if (tag == null) {
                return true;
            }
            try {
                String language =
                        new Locale.Builder().setLanguageTag(tag).build().getLanguage();
                return tag.length() <= LONGEST && (language.length() == 3 || TWO_LETTERS.contains(language));
            } catch (IllformedLocaleException e) {
                return false;
            }
        }
    }
}
