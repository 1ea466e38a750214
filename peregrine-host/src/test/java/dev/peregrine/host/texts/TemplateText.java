package dev.peregrine.host.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a template says by itself, rather than from a bundle. */
final class TemplateText {

  private static final Set<String> READ =
      Set.of("aria-label", "title", "placeholder", "alt", "data-chosen", "hx-confirm");
  private static final Set<String> NAMES =
      Set.of("Peregrine", "YAML", "JSON", "PDF", "GitHub", "LinkedIn", "CFG-PRNG-XXXX-XXXX-XXXX");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2}");
  private static final Pattern HEAD = Pattern.compile("(?m)^@(import|param) .*$");
  private static final Pattern BRANCH = Pattern.compile("@(if|elseif|for)\\(");
  private static final Pattern END = Pattern.compile("@(else|endif|endfor)\\b");
  private static final Pattern CALL = Pattern.compile("@template\\.[\\w.]+\\(");
  private static final Pattern KEY = Pattern.compile("([a-zA-Z:-]+)=\"");

  private final String s;
  private final List<String> found = new ArrayList<>();
  private final StringBuilder run = new StringBuilder();
  private int at;

  private TemplateText(String template) {
    this.s = HEAD.matcher(template).replaceAll("").replaceAll("(?s)<(!--|%--).*?-->?%?>", "");
  }

  /** Each piece of text that a person would read in English whatever their language. */
  static List<String> in(String template) {
    var text = new TemplateText(template);
    text.walk('\0');
    text.flush();
    return text.found;
  }

  private void walk(char end) {
    while (at < s.length() && s.charAt(at) != end) {
      if (s.startsWith("${", at)) {
        flush();
        expression();
      } else if (s.startsWith("$unsafe{", at) || s.startsWith("!{", at)) {
        flush();
        at = balanced(s.indexOf('{', at), '{', '}');
      } else if (s.charAt(at) == '<') {
        flush();
        tag();
      } else if (matches(BRANCH) || matches(END)) {
        flush();
        Matcher branch = BRANCH.matcher(s).region(at, s.length());
        if (branch.lookingAt()) {
          at = balanced(branch.end() - 1, '(', ')');
        } else {
          Matcher word = END.matcher(s).region(at, s.length());
          at = word.lookingAt() ? word.end() : at + 1;
        }
      } else if (matches(CALL)) {
        flush();
        call();
      } else {
        run.append(s.charAt(at++));
      }
    }
  }

  private boolean matches(Pattern pattern) {
    return pattern.matcher(s).region(at, s.length()).lookingAt();
  }

  private void call() {
    at = s.indexOf('(', at) + 1;
    for (int depth = 1; depth > 0; ) {
      char c = s.charAt(at);
      if (s.startsWith("@`", at)) {
        at += 2;
        walk('`');
        flush();
      } else if (c == '"') {
        string();
        continue;
      } else if (s.startsWith("t(\"", at) || s.startsWith("sentence(\"", at)) {
        at = s.indexOf('"', s.indexOf('"', at) + 1);
        depth++;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      }
      at++;
    }
  }

  private void string() {
    int close = at + 1;
    while (s.charAt(close) != '"') {
      close += s.charAt(close) == '\\' ? 2 : 1;
    }
    literal(s.substring(at + 1, close));
    at = close + 1;
  }

  // A word within code may be a name of ours; a sentence or a capital is for people.
  private void literal(String text) {
    if (!text.startsWith("btn ") && text.contains(" ") && WORD.matcher(text).find()
        || text.matches("\\p{Lu}\\p{Ll}+")) {
      said(text);
    }
  }

  private void expression() {
    int end = balanced(at + 1, '{', '}');
    String code = s.substring(at + 2, end - 1);
    Matcher strings =
        Pattern.compile("(\\b(?:t|sentence)\\()?\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(code);
    while (strings.find()) {
      String text = strings.group(2);
      if (strings.group(1) == null && text.matches(".*\\p{Lu}\\p{Ll}+.*|.*\\p{L}+ \\p{L}+.*")) {
        said(text);
      }
    }
    at = end;
  }

  private void tag() {
    at++;
    while (s.charAt(at) != '>') {
      Matcher key = KEY.matcher(s).region(at, s.length());
      if (key.lookingAt()) {
        at = key.end();
        boolean read = READ.contains(key.group(1));
        while (s.charAt(at) != '"') {
          value(read);
        }
        flush();
      } else if (s.startsWith("${", at)) {
        at = balanced(at + 1, '{', '}');
        continue;
      } else if (s.startsWith("@if(", at)) {
        at = balanced(at + 3, '(', ')');
        continue;
      }
      at++;
    }
    at++;
  }

  private void value(boolean read) {
    Matcher branch = BRANCH.matcher(s).region(at, s.length());
    Matcher end = END.matcher(s).region(at, s.length());
    if (s.startsWith("${", at)) {
      at = balanced(at + 1, '{', '}');
    } else if (branch.lookingAt()) {
      at = balanced(branch.end() - 1, '(', ')');
    } else if (end.lookingAt()) {
      at = end.end();
    } else {
      if (read) {
        run.append(s.charAt(at));
      }
      at++;
    }
  }

  private int balanced(int open, char left, char right) {
    int depth = 0;
    boolean quoted = false;
    for (int i = open; i < s.length(); i++) {
      char c = s.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == left) {
        depth++;
      } else if (!quoted && c == right && --depth == 0) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException("Not closed: " + s.substring(open));
  }

  private void flush() {
    said(run.toString());
    run.setLength(0);
  }

  private void said(String text) {
    String plain = text.replaceAll("&\\w+;", " ").strip();
    if (WORD.matcher(plain).find() && !NAMES.contains(plain)) {
      found.add(plain);
    }
  }
}
