package dev.peregrine.host.mails;

/**
 * Text whose lines were broken for sending, put together again (<a
 * href="https://www.rfc-editor.org/rfc/rfc3676">RFC 3676</a>).
 */
final class Flowed {

  private Flowed() {}

  /**
   * @param deletesSpace whether the blank at a soft break is none of the text
   */
  static String joined(String text, boolean deletesSpace) {
    var joined = new StringBuilder(text.length());
    int depthBefore = -1;
    boolean goesOn = false;
    for (String raw : text.split("\\r?\\n", -1)) {
      int depth = depth(raw);
      String line = raw.substring(depth);
      if (line.startsWith(" ")) {
        line = line.substring(1);
      }
      if (goesOn && depth == depthBefore && !line.equals("-- ")) {
        joined.append(line);
      } else {
        if (depthBefore >= 0) {
          joined.append('\n');
        }
        joined.append(">".repeat(depth)).append(depth > 0 ? " " : "").append(line);
      }
      goesOn = line.endsWith(" ") && !line.equals("-- ");
      if (goesOn && deletesSpace) {
        joined.setLength(joined.length() - 1);
      }
      depthBefore = depth;
    }
    return joined.toString();
  }

  private static int depth(String line) {
    int depth = 0;
    while (depth < line.length() && line.charAt(depth) == '>') {
      depth++;
    }
    return depth;
  }
}
