package dev.peregrine.host.importers;

/** What JobSync writes in short. */
final class JobSync {

  private JobSync() {}

  static String jobType(String written) {
    return switch (written) {
      case "FT" -> "Full-time";
      case "PT" -> "Part-time";
      case "C" -> "Contract";
      default -> written;
    };
  }
}
