package dev.peregrine.host.hardware;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The machine's memory.
 *
 * @param totalMb in MiB; within a container what it may use
 * @param availableMb what programs could still take
 */
record Memory(long totalMb, long availableMb) {

  /**
   * Reads it.
   *
   * @param proc the kernel's folder {@code /proc}; elsewhere Java says less exactly
   */
  static Memory read(Path proc) {
    var java =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long total = java.getTotalMemorySize() >> 20;
    long free = java.getFreeMemorySize() >> 20;
    try {
      String text = Files.readString(proc.resolve("meminfo"));
      long kernelTotal = kilobytes(text, "MemTotal").orElse(total << 10) >> 10;
      long available = kilobytes(text, "MemAvailable").orElse(free << 10) >> 10;
      long least = total > 0 ? Math.min(total, kernelTotal) : kernelTotal;
      return new Memory(least, Math.min(available, least));
    } catch (IOException notLinux) {
      return new Memory(total, free);
    }
  }

  private static OptionalLong kilobytes(String text, String name) {
    Matcher line = Pattern.compile("(?m)^" + name + ":\\s+(\\d{1,15}) kB").matcher(text);
    return line.find() ? OptionalLong.of(Long.parseLong(line.group(1))) : OptionalLong.empty();
  }

  String sentence() {
    return "%s of memory, %s available.".formatted(Sizes.ofMb(totalMb), Sizes.ofMb(availableMb));
  }
}
