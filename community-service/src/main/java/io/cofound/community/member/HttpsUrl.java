package io.cofound.community.member;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.URISyntaxException;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** An address that a browser can open safely: https, with a host, without a user in it, at most 500 characters. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = HttpsUrl.Validator.class)
@interface HttpsUrl {

    String message() default "must be an https address of at most 500 characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<HttpsUrl, String> {

        private static final int LONGEST = 500;

        @Override
        public boolean isValid(String address, ConstraintValidatorContext context) {
            if (address == null) {
                return true;
            }
            try {
                URI uri = new URI(address);
                return address.length() <= LONGEST
                        && "https".equalsIgnoreCase(uri.getScheme())
                        && uri.getHost() != null
                        && uri.getUserInfo() == null;
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }
}
