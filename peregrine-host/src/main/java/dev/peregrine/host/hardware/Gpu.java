package dev.peregrine.host.hardware;

import java.util.OptionalLong;

/**
 * A graphics card.
 *
 * @param name as its maker calls it
 * @param totalMb its memory in MiB; empty where it does not say
 * @param freeMb what of it is free
 * @param sharesMemory whether it works in the machine's own memory, as Apple's do
 */
record Gpu(String name, OptionalLong totalMb, OptionalLong freeMb, boolean sharesMemory) {

  private static final int LONGEST = 80;

  Gpu {
    String plain = name.replaceAll("\\p{Cntrl}+", " ").strip();
    name = plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
  }

  static Gpu of(String name, OptionalLong totalMb, OptionalLong freeMb) {
    return new Gpu(name, totalMb, freeMb, false);
  }

  boolean has(long mb) {
    return totalMb.orElse(0) >= mb;
  }

  String sentence() {
    if (sharesMemory) {
      return name + ", which works in the machine's memory";
    }
    if (totalMb.isEmpty()) {
      return name + ", which does not say how much memory it has";
    }
    String free = freeMb.isPresent() ? ", %s free".formatted(Sizes.ofMb(freeMb.getAsLong())) : "";
    return "%s with %s%s".formatted(name, Sizes.ofMb(totalMb.getAsLong()), free);
  }
}
