package dev.peregrine.plugin.board.weworkremotely;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The categories with a feed of their own, the narrow ones first. */
enum Category {
  DEVOPS(
      "remote-devops-sysadmin-jobs",
      Set.of("devops", "sre", "reliability", "sysadmin", "infrastructure", "cloud", "platform")),
  FULL_STACK("remote-full-stack-programming-jobs", Set.of("fullstack", "full-stack", "full stack")),
  FRONT_END(
      "remote-front-end-programming-jobs",
      Set.of("frontend", "front-end", "front end", "javascript", "typescript", "react", "angular")),
  BACK_END(
      "remote-back-end-programming-jobs",
      Set.of("backend", "back-end", "back end", "java", "python", "ruby", "php", "go", "golang")),
  DESIGN("remote-design-jobs", Set.of("design", "designer", "ux", "ui", "illustrator")),
  PRODUCT("remote-product-jobs", Set.of("product", "scrum", "owner")),
  SUPPORT("remote-customer-support-jobs", Set.of("support", "customer", "service", "success")),
  SALES(
      "remote-sales-and-marketing-jobs",
      Set.of("sales", "marketing", "seo", "growth", "account", "content", "copywriter", "writer")),
  MANAGEMENT(
      "remote-management-and-finance-jobs",
      Set.of("finance", "accountant", "accounting", "controller", "operations", "chief", "legal")),
  PROGRAMMING(
      "remote-programming-jobs",
      Set.of("engineer", "developer", "programmer", "software", "architect", "data", "qa"));

  /** More would be a burden on the server; the feed of all follows anyway. */
  private static final int MOST = 4;

  private final String slug;
  private final Set<String> words;

  Category(String slug, Set<String> words) {
    this.slug = slug;
    this.words = words;
  }

  String slug() {
    return slug;
  }

  /** The categories to which titles belong by their words; none for other titles. */
  static List<Category> of(List<String> titles) {
    String text =
        " "
            + String.join(" , ", titles)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}-]+", " ")
            + " ";
    var found = new ArrayList<Category>();
    for (Category category : values()) {
      if (found.size() < MOST
          && category.words.stream().anyMatch(word -> text.contains(" " + word + " "))) {
        found.add(category);
      }
    }
    return found;
  }
}
