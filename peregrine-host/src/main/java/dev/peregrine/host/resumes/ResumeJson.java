package dev.peregrine.host.resumes;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes JSON Resume (https://jsonresume.org/schema, v1.0.0). Nothing is lost on the way:
 * members that the schema does not know, and values that are not what it says, are kept. Our
 * extensions are members of their own: {@code current} of a period, {@code years} of a skill.
 */
public final class ResumeJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private ResumeJson() {}

  /**
   * Reads a document; empty where the text is no JSON object. A JSON object that has nothing of a
   * résumé gives one that says nothing.
   */
  public static Optional<ResumeDocument> read(String json) {
    try {
      JsonNode root = JSON.readTree(json);
      return root.isObject()
          ? Optional.of(resumeDocument(new Members(JSON.convertValue(root, Map.class))))
          : Optional.empty();
    } catch (JacksonException noJson) {
      return Optional.empty();
    }
  }

  /** The document as indented JSON. */
  public static String write(ResumeDocument document) {
    return JSON.writeValueAsString(of(document));
  }

  /** The document as values that any JSON writer takes, in the order of the schema. */
  public static Map<String, Object> of(ResumeDocument document) {
    return json(document);
  }

  private static ResumeDocument resumeDocument(Members in) {
    return new ResumeDocument(
        in.object("basics").map(ResumeJson::basics).orElse(Basics.EMPTY),
        in.objects("work", ResumeJson::work),
        in.objects("volunteer", ResumeJson::volunteer),
        in.objects("education", ResumeJson::education),
        in.objects("awards", ResumeJson::award),
        in.objects("certificates", ResumeJson::certificate),
        in.objects("publications", ResumeJson::publication),
        in.objects("skills", ResumeJson::skill),
        in.objects("languages", ResumeJson::spokenLanguage),
        in.objects("interests", ResumeJson::interest),
        in.objects("references", ResumeJson::reference),
        in.objects("projects", ResumeJson::project),
        in.rest());
  }

  private static Basics basics(Members in) {
    return new Basics(
        in.text("name"),
        in.text("label"),
        in.text("image"),
        in.text("email"),
        in.text("phone"),
        in.text("url"),
        in.text("summary"),
        in.object("location").map(ResumeJson::location),
        in.objects("profiles", ResumeJson::profile),
        in.rest());
  }

  private static Location location(Members in) {
    return new Location(
        in.text("address"),
        in.text("postalCode"),
        in.text("city"),
        in.text("countryCode"),
        in.text("region"),
        in.rest());
  }

  private static Profile profile(Members in) {
    return new Profile(in.text("network"), in.text("username"), in.text("url"), in.rest());
  }

  private static Work work(Members in) {
    return new Work(
        in.text("name"),
        in.text("position"),
        in.text("location"),
        in.text("description"),
        in.text("url"),
        in.period(),
        in.text("summary"),
        in.texts("highlights"),
        in.rest());
  }

  private static Volunteer volunteer(Members in) {
    return new Volunteer(
        in.text("organization"),
        in.text("position"),
        in.text("location"),
        in.text("url"),
        in.period(),
        in.text("summary"),
        in.texts("highlights"),
        in.rest());
  }

  private static Education education(Members in) {
    return new Education(
        in.text("institution"),
        in.text("url"),
        in.text("area"),
        in.text("studyType"),
        in.text("location"),
        in.period(),
        in.text("score"),
        in.texts("courses"),
        in.texts("highlights"),
        in.rest());
  }

  private static Award award(Members in) {
    return new Award(
        in.text("title"), in.date("date"), in.text("awarder"), in.text("summary"), in.rest());
  }

  private static Certificate certificate(Members in) {
    return new Certificate(
        in.text("name"),
        in.date("date"),
        in.date("expires"),
        in.text("url"),
        in.text("issuer"),
        in.text("number"),
        in.rest());
  }

  private static Publication publication(Members in) {
    return new Publication(
        in.text("name"),
        in.text("publisher"),
        in.date("releaseDate"),
        in.text("url"),
        in.text("summary"),
        in.rest());
  }

  private static Skill skill(Members in) {
    return new Skill(
        in.text("name"), in.text("level"), in.number("years"), in.texts("keywords"), in.rest());
  }

  private static SpokenLanguage spokenLanguage(Members in) {
    return new SpokenLanguage(in.text("language"), in.text("fluency"), in.rest());
  }

  private static Interest interest(Members in) {
    return new Interest(in.text("name"), in.texts("keywords"), in.rest());
  }

  private static Reference reference(Members in) {
    return new Reference(in.text("name"), in.text("reference"), in.rest());
  }

  private static Project project(Members in) {
    return new Project(
        in.text("name"),
        in.text("description"),
        in.texts("highlights"),
        in.texts("keywords"),
        in.period(),
        in.text("url"),
        in.texts("roles"),
        in.text("entity"),
        in.text("type"),
        in.rest());
  }

  private static Map<String, Object> json(ResumeDocument resumeDocument) {
    return new JsonObject()
        .object("basics", json(resumeDocument.basics()))
        .objects("work", resumeDocument.work(), ResumeJson::json)
        .objects("volunteer", resumeDocument.volunteer(), ResumeJson::json)
        .objects("education", resumeDocument.education(), ResumeJson::json)
        .objects("awards", resumeDocument.awards(), ResumeJson::json)
        .objects("certificates", resumeDocument.certificates(), ResumeJson::json)
        .objects("publications", resumeDocument.publications(), ResumeJson::json)
        .objects("skills", resumeDocument.skills(), ResumeJson::json)
        .objects("languages", resumeDocument.languages(), ResumeJson::json)
        .objects("interests", resumeDocument.interests(), ResumeJson::json)
        .objects("references", resumeDocument.references(), ResumeJson::json)
        .objects("projects", resumeDocument.projects(), ResumeJson::json)
        .all(resumeDocument.other());
  }

  private static Map<String, Object> json(Basics basics) {
    return new JsonObject()
        .put("name", basics.name())
        .put("label", basics.label())
        .put("image", basics.image())
        .put("email", basics.email())
        .put("phone", basics.phone())
        .put("url", basics.url())
        .put("summary", basics.summary())
        .put("location", basics.location().map(ResumeJson::json))
        .objects("profiles", basics.profiles(), ResumeJson::json)
        .all(basics.other());
  }

  private static Map<String, Object> json(Location location) {
    return new JsonObject()
        .put("address", location.address())
        .put("postalCode", location.postalCode())
        .put("city", location.city())
        .put("countryCode", location.countryCode())
        .put("region", location.region())
        .all(location.other());
  }

  private static Map<String, Object> json(Profile profile) {
    return new JsonObject()
        .put("network", profile.network())
        .put("username", profile.username())
        .put("url", profile.url())
        .all(profile.other());
  }

  private static Map<String, Object> json(Work work) {
    return new JsonObject()
        .put("name", work.name())
        .put("position", work.position())
        .put("location", work.location())
        .put("description", work.description())
        .put("url", work.url())
        .period(work.period())
        .put("summary", work.summary())
        .texts("highlights", work.highlights())
        .all(work.other());
  }

  private static Map<String, Object> json(Volunteer volunteer) {
    return new JsonObject()
        .put("organization", volunteer.organization())
        .put("position", volunteer.position())
        .put("location", volunteer.location())
        .put("url", volunteer.url())
        .period(volunteer.period())
        .put("summary", volunteer.summary())
        .texts("highlights", volunteer.highlights())
        .all(volunteer.other());
  }

  private static Map<String, Object> json(Education education) {
    return new JsonObject()
        .put("institution", education.institution())
        .put("url", education.url())
        .put("area", education.area())
        .put("studyType", education.studyType())
        .put("location", education.location())
        .period(education.period())
        .put("score", education.score())
        .texts("courses", education.courses())
        .texts("highlights", education.highlights())
        .all(education.other());
  }

  private static Map<String, Object> json(Award award) {
    return new JsonObject()
        .put("title", award.title())
        .put("date", award.date().map(PartialDate::toString))
        .put("awarder", award.awarder())
        .put("summary", award.summary())
        .all(award.other());
  }

  private static Map<String, Object> json(Certificate certificate) {
    return new JsonObject()
        .put("name", certificate.name())
        .put("date", certificate.date().map(PartialDate::toString))
        .put("expires", certificate.expires().map(PartialDate::toString))
        .put("url", certificate.url())
        .put("issuer", certificate.issuer())
        .put("number", certificate.number())
        .all(certificate.other());
  }

  private static Map<String, Object> json(Publication publication) {
    return new JsonObject()
        .put("name", publication.name())
        .put("publisher", publication.publisher())
        .put("releaseDate", publication.releaseDate().map(PartialDate::toString))
        .put("url", publication.url())
        .put("summary", publication.summary())
        .all(publication.other());
  }

  private static Map<String, Object> json(Skill skill) {
    return new JsonObject()
        .put("name", skill.name())
        .put("level", skill.level())
        .put("years", skill.years())
        .texts("keywords", skill.keywords())
        .all(skill.other());
  }

  private static Map<String, Object> json(SpokenLanguage spokenLanguage) {
    return new JsonObject()
        .put("language", spokenLanguage.language())
        .put("fluency", spokenLanguage.fluency())
        .all(spokenLanguage.other());
  }

  private static Map<String, Object> json(Interest interest) {
    return new JsonObject()
        .put("name", interest.name())
        .texts("keywords", interest.keywords())
        .all(interest.other());
  }

  private static Map<String, Object> json(Reference reference) {
    return new JsonObject()
        .put("name", reference.name())
        .put("reference", reference.reference())
        .all(reference.other());
  }

  private static Map<String, Object> json(Project project) {
    return new JsonObject()
        .put("name", project.name())
        .put("description", project.description())
        .texts("highlights", project.highlights())
        .texts("keywords", project.keywords())
        .period(project.period())
        .put("url", project.url())
        .texts("roles", project.roles())
        .put("entity", project.entity())
        .put("type", project.type())
        .all(project.other());
  }
}
