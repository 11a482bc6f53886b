package io.cofound.community.member;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.cofound.contracts.community.MemberRole;
import io.cofound.contracts.community.VentureStage;

/**
 * The whole profile as its member wants it; what is absent becomes empty, but for the visibility.
 *
 * @param displayName 1 to 80 characters
 * @param headline one line about the member, at most 200 characters
 * @param about Markdown, at most 2,000 characters
 * @param roles what the member is to those who start companies
 * @param skills at most 20, each an id, name or alias of a tag in Chinese or English
 * @param interests as skills
 * @param region ISO 3166-1 country such as {@code CN}, or ISO 3166-2 region such as {@code CN-GD}
 * @param languages that the member speaks, at most 10, BCP 47
 * @param links at most 5, https
 * @param avatarUrl https
 * @param language preferred language, BCP 47, such as {@code zh} or {@code en-GB}
 * @param visibility absent parts stay as they were; at first as in {@link ProfileVisibility#DEFAULT}
 */
record Profile(
        @NotBlank @Size(max = 80) String displayName,
        @Size(max = 200) String headline,
        @Size(max = 2_000) String about,
        Set<@NotNull MemberRole> roles,
        @Size(max = 20) List<@NotBlank @Size(max = 60) String> skills,
        @Size(max = 20) List<@NotBlank @Size(max = 60) String> interests,
        VentureStage stage,
        @Region String region,
        @Size(max = 10) List<@NotNull @LanguageTag String> languages,
        @Size(max = 5) List<@NotNull @HttpsUrl String> links,
        @HttpsUrl String avatarUrl,

        @NotNull @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        String language,

        ProfileVisibility visibility) {

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 naming the words that are no tags */
    ProfileDetails details() {
        TagChoice tags = TagChoice.of(listOf(skills), listOf(interests));
        return new ProfileDetails(
                headline,
                about,
                roles == null ? List.of() : roles.stream().sorted().toList(),
                tags.skills(),
                tags.interests(),
                stage,
                region == null ? null : region.toUpperCase(Locale.ROOT),
                distinct(languages, tag -> Locale.forLanguageTag(tag).toLanguageTag()),
                distinct(links, UnaryOperator.identity()),
                avatarUrl);
    }

    ProfileVisibility visibilityOr(ProfileVisibility current) {
        return visibility == null ? current : visibility.or(current);
    }

    private static List<String> distinct(List<String> texts, UnaryOperator<String> form) {
        return listOf(texts).stream().map(form).distinct().toList();
    }

    private static List<String> listOf(List<String> texts) {
        return texts == null ? List.of() : texts;
    }
}
