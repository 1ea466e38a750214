package dev.peregrine.classifier.model;

import java.util.Arrays;
import java.util.BitSet;
import java.util.regex.Pattern;

/** The sentences of a body, one a line, and which of them are conditional. */
final class Sentences {

  private final int[] starts;
  private final BitSet conditional = new BitSet();

  Sentences(String plainBody, Pattern condition) {
    int[] found = new int[plainBody.length() + 1];
    int count = 0;
    int start = 0;
    while (start <= plainBody.length()) {
      int end = plainBody.indexOf('\n', start);
      int stop = end < 0 ? plainBody.length() : end;
      if (condition.matcher(plainBody).region(start, stop).find()) {
        conditional.set(count);
      }
      found[count++] = start;
      start = stop + 1;
    }
    starts = Arrays.copyOf(found, count);
  }

  /** Whether what stands at that place depends on something. */
  boolean isConditional(int at) {
    return isConditionalSentence(index(at));
  }

  boolean isConditionalSentence(int index) {
    return conditional.get(index);
  }

  /** Of the sentence in which that place is. */
  int index(int at) {
    int index = Arrays.binarySearch(starts, at);
    return index >= 0 ? index : -index - 2;
  }
}
