package dev.peregrine.host.hardware;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * The compose profile that fits the machine.
 *
 * @param reason why, with the limits that decided
 */
record Recommendation(ComposeProfile profile, String reason) {

  // A little less than on the box: cards and kernels keep some for themselves.
  private static final long GB_4 = 3_700;
  private static final long GB_6 = 5_600;
  private static final long GB_8 = 7_400;

  private static final String SIZES =
      "At 4 bits a model of 7 to 8 billion parameters takes about 5 GB and 1 GB for the text; one of 3 billion fits into 4 GB.";

  static Recommendation of(List<Gpu> gpus, Memory memory) {
    List<Gpu> cards =
        gpus.stream()
            .filter(gpu -> gpu.has(GB_4))
            .sorted(Comparator.comparingLong((Gpu gpu) -> gpu.totalMb().orElse(0)).reversed())
            .toList();
    if (cards.size() > 1 && cards.get(1).has(GB_6)) {
      return new Recommendation(
          ComposeProfile.DUAL_GPU,
          "Two graphics cards have 6 GB or more (%s; %s), so one can write while the other does research. %s"
              .formatted(name(cards.get(0)), name(cards.get(1)), SIZES));
    }
    if (!cards.isEmpty()) {
      String second =
          cards.size() > 1
              ? " The second card has less than the 6 GB that a model of its own needs."
              : "";
      return new Recommendation(
          ComposeProfile.SINGLE_GPU,
          "%s holds a model of %s parameters.%s %s"
              .formatted(name(cards.getFirst()), fits(cards.getFirst()), second, SIZES));
    }
    return without(gpus, memory);
  }

  private static Recommendation without(List<Gpu> gpus, Memory memory) {
    if (gpus.stream().anyMatch(Gpu::sharesMemory)) {
      return new Recommendation(
          ComposeProfile.REMOTE,
          "Containers cannot use Apple's graphics. Install Ollama on the Mac itself, where it does, and Peregrine finds it there.");
    }
    String why =
        gpus.isEmpty()
            ? "No graphics card was found."
            : "No graphics card says that it has the 4 GB that the smallest useful model needs.";
    return memory.totalMb() >= GB_8
        ? new Recommendation(
            ComposeProfile.CPU,
            "%s With %s of memory a model of 3 billion parameters runs on the processor: some words a second, enough for a letter in a minute or two."
                .formatted(why, Sizes.ofMb(memory.totalMb())))
        : new Recommendation(
            ComposeProfile.REMOTE,
            "%s With %s of memory there is no room for a model (8 GB are the least). Use one elsewhere: in your network or of a provider."
                .formatted(why, Sizes.ofMb(memory.totalMb())));
  }

  private static String name(Gpu gpu) {
    OptionalLong total = gpu.totalMb();
    return "%s, %s".formatted(gpu.name(), Sizes.ofMb(total.orElse(0)));
  }

  private static String fits(Gpu gpu) {
    if (gpu.has(20_000)) {
      return "about 30 billion";
    }
    if (gpu.has(9_500)) {
      return "13 to 14 billion";
    }
    return gpu.has(GB_6) ? "7 to 8 billion" : "3 to 4 billion";
  }
}
