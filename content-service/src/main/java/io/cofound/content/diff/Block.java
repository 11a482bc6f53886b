package io.cofound.content.diff;

import java.util.ArrayList;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;

/** A part of two sequences: both have it, or one has something in place of what the other has. Either may be empty. */
sealed interface Block<T> {

    record Same<T>(List<T> items) implements Block<T> {}

    record Replaced<T>(List<T> before, List<T> after) implements Block<T> {}

    /**
     * The shortest way from one to the other (Myers 1986, in linear space). Its time grows with the product of what is
     * between the equal beginning and end; where that is more than {@code most}, all of it counts as replaced.
     */
    static <T> List<Block<T>> between(List<T> before, List<T> after, long most) {
        int shorter = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<T> old = before.subList(start, before.size() - end);
        List<T> fresh = after.subList(start, after.size() - end);
        List<Block<T>> blocks = new ArrayList<>();
        addSame(blocks, before.subList(0, start));
        if ((long) old.size() * fresh.size() > most || old.isEmpty() != fresh.isEmpty()) {
            blocks.add(new Replaced<>(old, fresh));
        } else {
            addShortest(blocks, old, fresh);
        }
        addSame(blocks, before.subList(before.size() - end, before.size()));
        return blocks;
    }

    /** The algorithm gives what went and what came apart from each other, also where nothing is between them. */
    private static <T> void addShortest(List<Block<T>> blocks, List<T> old, List<T> fresh) {
        List<T> removed = new ArrayList<>();
        List<T> added = new ArrayList<>();
        int passed = 0;
        for (var delta :
                DiffUtils.diff(old, fresh, new MyersDiffWithLinearSpace<T>()).getDeltas()) {
            int position = delta.getSource().getPosition();
            if (position > passed) {
                addReplaced(blocks, removed, added);
                addSame(blocks, old.subList(passed, position));
            }
            removed.addAll(delta.getSource().getLines());
            added.addAll(delta.getTarget().getLines());
            passed = position + delta.getSource().size();
        }
        addReplaced(blocks, removed, added);
        addSame(blocks, old.subList(passed, old.size()));
    }

    private static <T> void addReplaced(List<Block<T>> blocks, List<T> removed, List<T> added) {
        if (!removed.isEmpty() || !added.isEmpty()) {
            blocks.add(new Replaced<>(List.copyOf(removed), List.copyOf(added)));
            removed.clear();
            added.clear();
        }
    }

    private static <T> void addSame(List<Block<T>> blocks, List<T> items) {
        if (!items.isEmpty()) {
            blocks.add(new Same<>(items));
        }
    }
}
