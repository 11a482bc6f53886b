package io.cofound.local.launcher.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The people, communities, posts, meetups, needs and offers of the resource {@code demo/community.yaml}. */
record DemoContent(List<String> people, List<Community> communities, List<Opportunity> opportunities) {

    record Community(
            String key,
            String founder,
            String name,
            String description,
            String language,
            List<String> members,
            List<Post> posts,
            List<Meetup> meetups) {}

    record Post(String author, String type, String title, List<String> tags, String body) {}

    /**
     * @param day counted from the first of the next month
     * @param time of the day, in the time zone
     */
    record Meetup(
            String host,
            String title,
            String description,
            String mode,
            int day,
            String time,
            int hours,
            String timeZone,
            int capacity,
            List<String> registrations) {

        Instant startsAt(LocalDate firstOfMonth) {
            return firstOfMonth
                    .plusDays(day)
                    .atTime(LocalTime.parse(time))
                    .atZone(ZoneId.of(timeZone))
                    .toInstant();
        }
    }

    record Opportunity(String by, String kind, String category, String title, String text) {}

    static DemoContent read() {
        try (var file = DemoContent.class.getResourceAsStream("/demo/community.yaml")) {
            return new YAMLMapper().readValue(file, DemoContent.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's content cannot be read", e);
        }
    }
}
