package io.cofound.moderation.learning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.cofound.moderation.classify.LabelledText;
import io.cofound.moderation.classify.NearDuplicates;

/**
 * What people ruled on, in two parts.
 *
 * @param learnt oldest decision first, so that the same texts are always learnt in the same order
 * @param heldOut to tell how good the version is
 * @param tooAlike texts of neither, being too like one that is held out
 */
record TrainingSet(List<RuledText> learnt, List<RuledText> heldOut, int tooAlike) {

    static TrainingSet of(List<RuledText> ruled) {
        List<RuledText> sorted = ruled.stream()
                .sorted(Comparator.comparing(RuledText::decisionId))
                .toList();
        List<RuledText> heldOut = sorted.stream().filter(RuledText::isHeldOut).toList();
        NearDuplicates tested =
                new NearDuplicates(heldOut.stream().map(RuledText::labelled).toList());
        List<RuledText> others =
                sorted.stream().filter(text -> !text.isHeldOut()).toList();
        List<RuledText> learnt =
                others.stream().filter(text -> !tested.has(text.labelled())).toList();
        return new TrainingSet(learnt, heldOut, others.size() - learnt.size());
    }

    List<LabelledText> texts() {
        return learnt.stream().map(RuledText::labelled).toList();
    }

    Map<String, Integer> labels() {
        Map<String, Integer> labels = new TreeMap<>();
        learnt.forEach(text -> labels.merge(text.label().name(), 1, Integer::sum));
        return labels;
    }

    /** SHA-256, hexadecimal, of what is learnt and what it is learnt on top of. */
    String hash(String parentModel) {
        StringBuilder all = new StringBuilder(parentModel);
        texts().forEach(text -> all.append('\n')
                .append(text.label())
                .append('\t')
                .append(text.language())
                .append('\t')
                .append(text.text()));
        return sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
