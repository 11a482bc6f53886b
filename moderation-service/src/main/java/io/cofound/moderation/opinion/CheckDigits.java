package io.cofound.moderation.opinion;

import java.math.BigInteger;

/** Tells numbers that follow a standard from others that only look like them. Spaces and hyphens do not count. */
final class CheckDigits {

    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ID_CHECKS = "10X98765432";
    private static final BigInteger IBAN_MODULUS = BigInteger.valueOf(97);

    private CheckDigits() {}

    /** ISO/IEC 7812-1, Luhn. */
    static boolean isCard(String number) {
        String digits = number.replaceAll("[ -]", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return digits.length() >= 13 && digits.length() <= 19 && sum % 10 == 0;
    }

    /** GB 11643-1999, ISO 7064 MOD 11-2. */
    static boolean isChineseId(String number) {
        int sum = 0;
        for (int i = 0; i < ID_WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * ID_WEIGHTS[i];
        }
        return ID_CHECKS.charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
    }

    /** ISO 13616, MOD 97-10. */
    static boolean isIban(String number) {
        String iban = number.replace(" ", "");
        if (iban.length() < 15 || iban.length() > 34) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(IBAN_MODULUS).intValue() == 1;
    }
}
