package dev.peregrine.host.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fenced blocks of a page of {@code docs/howto}, in their order.
 *
 * @param what the first word after the fence, such as {@code sh}
 * @param rest what follows it: a file's path, or how a command is run
 */
record HowTo(String what, String rest, String text) {

  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^```(\\w+)(?: ([^\\n]+))?\\n(.*?)^```$");

  static List<HowTo> blocks(Path page) throws IOException {
    var blocks = new ArrayList<HowTo>();
    Matcher block = BLOCK.matcher(Files.readString(page));
    while (block.find()) {
      String rest = block.group(2) == null ? "" : block.group(2);
      blocks.add(new HowTo(block.group(1), rest, block.group(3)));
    }
    return blocks;
  }
}
