package io.cofound.content.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What is different between two texts. */
public final class TextDiff {

    /** Pairs of lines to be compared at most; a text in which more changed at once is shown as replaced. */
    static final long MOST_LINES = 1_000_000;

    /** As above, words of one line. */
    static final long MOST_WORDS = 200_000;

    /** A Chinese character is a word of its own: without spaces all of a sentence would be one. */
    private static final Pattern WORD =
            Pattern.compile("\\p{IsHan}|[\\p{L}\\p{M}\\p{N}_&&[^\\p{IsHan}]]++|\\s++|.", Pattern.DOTALL);

    private TextDiff() {}

    /** Word by word, for what is a line or two. */
    public static List<Piece> words(String before, String after) {
        return pieces(Block.between(split(before), split(after), MOST_WORDS), words -> List.of(String.join("", words)));
    }

    /** Item by item. */
    public static List<Piece> items(List<String> before, List<String> after) {
        return pieces(Block.between(before, after, MOST_LINES), Function.identity());
    }

    /** Line by line, and within lines that took the place of others word by word. */
    public static List<Line> lines(String before, String after) {
        List<Line> lines = new ArrayList<>();
        for (Block<String> block : Block.between(lines(before), lines(after), MOST_LINES)) {
            switch (block) {
                case Block.Same<String>(var same) -> same.forEach(line -> lines.add(new Line(Op.SAME, line, null)));
                case Block.Replaced<String>(var old, var fresh) -> addReplaced(lines, old, fresh);
            }
        }
        return lines;
    }

    /** As in a unified diff: first what went, then what came. The first line took the place of the first, and so on. */
    private static void addReplaced(List<Line> lines, List<String> old, List<String> fresh) {
        int pairs = Math.min(old.size(), fresh.size());
        List<List<Piece>> words = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            words.add(words(old.get(i), fresh.get(i)));
        }
        for (int i = 0; i < old.size(); i++) {
            lines.add(new Line(Op.REMOVED, old.get(i), i < pairs ? without(Op.ADDED, words.get(i)) : null));
        }
        for (int i = 0; i < fresh.size(); i++) {
            lines.add(new Line(Op.ADDED, fresh.get(i), i < pairs ? without(Op.REMOVED, words.get(i)) : null));
        }
    }

    private static List<Piece> without(Op op, List<Piece> pieces) {
        return pieces.stream().filter(piece -> piece.op() != op).toList();
    }

    private static List<Piece> pieces(List<Block<String>> blocks, Function<List<String>, List<String>> texts) {
        List<Piece> pieces = new ArrayList<>();
        for (Block<String> block : blocks) {
            switch (block) {
                case Block.Same<String>(var same) -> add(pieces, Op.SAME, same, texts);
                case Block.Replaced<String>(var old, var fresh) -> {
                    add(pieces, Op.REMOVED, old, texts);
                    add(pieces, Op.ADDED, fresh, texts);
                }
            }
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, Op op, List<String> items, Function<List<String>, List<String>> texts) {
        if (!items.isEmpty()) {
            texts.apply(items).forEach(text -> pieces.add(new Piece(op, text)));
        }
    }

    private static List<String> split(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /** An empty text has no lines. */
    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\\R", -1));
    }
}
