package io.cofound.content.markdown;

import java.util.regex.Pattern;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words of a document. The depth of its nodes is bounded by the parser, and so is the recursion. */
final class PlainText extends AbstractVisitor {

    private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}]+");

    private final StringBuilder words = new StringBuilder();

    private PlainText() {}

    static String of(Node document) {
        PlainText text = new PlainText();
        document.accept(text);
        return GAP.matcher(text.words).replaceAll(" ").strip();
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        words.append(code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        words.append(html.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        words.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        words.append(' ');
    }

    @Override
    public void visit(FencedCodeBlock code) {
        block(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        block(code.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        block(html.getLiteral());
    }

    @Override
    public void visit(Heading heading) {
        super.visit(heading);
        words.append(' ');
    }

    @Override
    public void visit(Paragraph paragraph) {
        super.visit(paragraph);
        words.append(' ');
    }

    @Override
    public void visit(CustomNode node) {
        super.visit(node);
        if (node instanceof TableCell) {
            words.append(' ');
        }
    }

    private void block(String literal) {
        words.append(literal).append(' ');
    }
}
