package io.nagare.contracts.page;

import java.util.ArrayList;
import java.util.List;

/** A text of headings, paragraphs, lists and tables that becomes Markdown or HTML. */
public final class Page {
  private final String language;
  private final String title;
  private final List<Block> blocks = new ArrayList<>();

  private sealed interface Block {}

  private record Heading(String text) implements Block {}

  private record Paragraph(String text) implements Block {}

  private record Bullets(List<String> items) implements Block {}

  private record Table(List<String> head, List<List<String>> rows) implements Block {}

  /** A page with nothing but its title. */
  Page(String language, String title) {
    this.language = language;
    this.title = title;
  }

  Page heading(String text) {
    blocks.add(new Heading(text));
    return this;
  }

  Page paragraph(String text) {
    blocks.add(new Paragraph(text));
    return this;
  }

  Page bullets(List<String> items) {
    blocks.add(new Bullets(items));
    return this;
  }

  Page table(List<String> head, List<List<String>> rows) {
    blocks.add(new Table(head, rows));
    return this;
  }

  /** The page as Markdown with tables of the GitHub dialect. */
  public String markdown() {
    StringBuilder text = new StringBuilder("# " + inMarkdown(title) + "\n");
    for (Block block : blocks) {
      text.append('\n');
      if (block instanceof Heading heading) {
        text.append("## ").append(inMarkdown(heading.text())).append('\n');
      } else if (block instanceof Paragraph paragraph) {
        text.append(inMarkdown(paragraph.text())).append('\n');
      } else if (block instanceof Bullets bullets) {
        bullets.items().forEach(item -> text.append("- ").append(inMarkdown(item)).append('\n'));
      } else if (block instanceof Table table) {
        text.append(markdownRow(table.head()));
        text.append("|---".repeat(table.head().size())).append("|\n");
        table.rows().forEach(row -> text.append(markdownRow(row)));
      }
    }
    return text.toString();
  }

  /** The page as a whole HTML document without script. */
  public String html() {
    StringBuilder text = new StringBuilder();
    text.append("<!DOCTYPE html>\n<html lang=\"").append(language).append("\">\n<head>\n");
    text.append("<meta charset=\"utf-8\">\n");
    text.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    text.append("<title>").append(inHtml(title)).append("</title>\n<style>\n").append(STYLE);
    text.append("</style>\n</head>\n<body>\n<main>\n");
    text.append("<h1>").append(inHtml(title)).append("</h1>\n");
    blocks.forEach(block -> text.append(html(block)));
    return text.append("</main>\n</body>\n</html>\n").toString();
  }

  private static final String STYLE =
      """
      body { font-family: system-ui, sans-serif; line-height: 1.6; margin: 2rem; color: #1a1a1a; }
      main { max-width: 60rem; margin: auto; }
      table { border-collapse: collapse; width: 100%; }
      th, td { border: 1px solid #767676; padding: 0.3rem 0.6rem; text-align: left; }
      th { background: #f0f0f0; }
      """;

  private static String html(Block block) {
    if (block instanceof Heading heading) {
      return "<h2>" + inHtml(heading.text()) + "</h2>\n";
    }
    if (block instanceof Paragraph paragraph) {
      return "<p>" + inHtml(paragraph.text()) + "</p>\n";
    }
    StringBuilder text = new StringBuilder();
    if (block instanceof Bullets bullets) {
      text.append("<ul>\n");
      bullets.items().forEach(item -> text.append("<li>").append(inHtml(item)).append("</li>\n"));
      return text.append("</ul>\n").toString();
    }
    Table table = (Table) block;
    text.append("<table>\n<thead>").append(htmlRow("th scope=\"col\"", "th", table.head()));
    text.append("</thead>\n<tbody>\n");
    table.rows().forEach(row -> text.append(htmlRow("td", "td", row)).append('\n'));
    return text.append("</tbody>\n</table>\n").toString();
  }

  private static String htmlRow(String open, String close, List<String> cells) {
    StringBuilder text = new StringBuilder("<tr>");
    for (String cell : cells) {
      text.append('<').append(open).append('>').append(inHtml(cell));
      text.append("</").append(close).append('>');
    }
    return text.append("</tr>").toString();
  }

  private static String markdownRow(List<String> cells) {
    StringBuilder text = new StringBuilder();
    cells.forEach(cell -> text.append("| ").append(inMarkdown(cell)).append(' '));
    return text.append("|\n").toString();
  }

  private static String inHtml(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String inMarkdown(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "\\<")
        .replace("*", "\\*")
        .replace("`", "\\`")
        .replace("[", "\\[")
        .replaceAll("\\s*\\R\\s*", " ");
  }
}
