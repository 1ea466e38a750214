package dev.peregrine.host.pipeline;

import java.util.Arrays;

/**
 * A text as the set of its runs of three words. Sets, not a sketch of them: only they show that a
 * cut text is contained in the whole one.
 */
final class Shingles {

  /** Fewer say nothing about a text. */
  private static final int FEW = 15;

  private static final double CONTAINED = .85;
  private static final double ALIKE = .5;
  private static final double NEARLY_THE_SAME = .8;

  /** A short piece that two employers share may be anybody's phrase. */
  private static final int ENOUGH_TO_BE_COPIED = 40;

  /** Sorted, each once. */
  private final int[] hashes;

  private Shingles(int[] hashes) {
    this.hashes = hashes;
  }

  static Shingles of(String text) {
    var hashes = new int[16];
    int count = 0;
    int words = 0;
    int last = 0;
    int beforeLast = 0;
    int word = 0;
    for (int at = 0; at <= text.length(); at++) {
      char letter = at < text.length() ? text.charAt(at) : ' ';
      if (Character.isLetterOrDigit(letter)) {
        word = 31 * word + Character.toLowerCase(letter);
      } else if (word != 0) {
        if (++words >= 3) {
          if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
          }
          hashes[count++] = mixed(mixed(mixed(beforeLast) + last) + word);
        }
        beforeLast = last;
        last = word;
        word = 0;
      }
    }
    Arrays.sort(hashes, 0, count);
    return new Shingles(distinct(hashes, count));
  }

  private static int[] distinct(int[] sorted, int count) {
    int kept = 0;
    for (int at = 0; at < count; at++) {
      if (at == 0 || sorted[at] != sorted[at - 1]) {
        sorted[kept++] = sorted[at];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  private static int mixed(int value) {
    int mixed = value * 0x9E3779B9;
    return mixed ^ mixed >>> 15;
  }

  /** Whether there is too little text to compare. */
  boolean areFew() {
    return hashes.length < FEW;
  }

  /** One is part of the other, or half of both together is shared. */
  boolean tellTheSameAs(Shingles other) {
    int shared = shared(other);
    return shared >= CONTAINED * Math.min(hashes.length, other.hashes.length)
        || shared >= ALIKE * (hashes.length + other.hashes.length - shared);
  }

  /** Hardly a word differs. */
  boolean areNearly(Shingles other) {
    int shared = shared(other);
    return shared >= NEARLY_THE_SAME * (hashes.length + other.hashes.length - shared);
  }

  /** Nearly the same, or a long text that is part of the other. */
  boolean areCopied(Shingles other) {
    int shorter = Math.min(hashes.length, other.hashes.length);
    return shorter >= ENOUGH_TO_BE_COPIED
        && (areNearly(other) || shared(other) >= CONTAINED * shorter);
  }

  /** Of both texts together. */
  double shareWith(Shingles other) {
    int shared = shared(other);
    int all = hashes.length + other.hashes.length - shared;
    return all == 0 ? 0 : (double) shared / all;
  }

  private int shared(Shingles other) {
    int shared = 0;
    int there = 0;
    for (int hash : hashes) {
      while (there < other.hashes.length && other.hashes[there] < hash) {
        there++;
      }
      if (there < other.hashes.length && other.hashes[there] == hash) {
        shared++;
      }
    }
    return shared;
  }
}
