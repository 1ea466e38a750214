package dev.peregrine.host.backup;

/** Sizes as people read them. */
final class Sizes {

  private Sizes() {}

  static String words(long bytes) {
    if (bytes < 1_000) {
      return bytes + " bytes";
    }
    if (bytes < 1_000_000) {
      return "%,d kB".formatted((bytes + 500) / 1_000);
    }
    return bytes < 10_000_000
        ? "%.1f MB".formatted(bytes / 1e6)
        : "%,d MB".formatted((bytes + 500_000) / 1_000_000);
  }

  /** Such as "1 file" and "1,234 files". */
  static String counted(long count, String one) {
    return "%,d %s%s".formatted(count, one, count == 1 ? "" : "s");
  }
}
