package dev.peregrine.host.scoring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface ResumeMapper {

  record Row(
      long id,
      String name,
      boolean main,
      int number,
      String origin,
      String text,
      String sourceName,
      String hash,
      String document,
      @Nullable Long file,
      Instant at) {}

  record VersionRow(int number, String origin, String sourceName, Instant at) {}

  record FileRow(String name, String kind, String text, String reading, byte[] bytes) {}

  @Select(
      """
      SELECT r.id, r.name, r.main, v.number, v.origin, v.text, v.source_name, v.hash, v.document,
        v.file, v.at
      FROM resumes AS r JOIN resume_versions AS v ON v.resume = r.id AND v.number = r.version
      WHERE r.removed IS NULL
      ORDER BY r.main DESC, r.id
      """)
  List<Row> all();

  @Select(
      """
      SELECT r.id, r.name, r.main, v.number, v.origin, v.text, v.source_name, v.hash, v.document,
        v.file, v.at
      FROM resumes AS r JOIN resume_versions AS v ON v.resume = r.id AND v.number = #{number}
      WHERE r.id = #{id} AND r.removed IS NULL
      """)
  Optional<Row> version(@Param("id") long id, @Param("number") int number);

  @Select(
      """
      SELECT number, origin, source_name, at FROM resume_versions
      WHERE resume = #{id} ORDER BY number DESC
      """)
  List<VersionRow> versions(@Param("id") long id);

  @Select(
      """
      SELECT name, kind, text, reading, bytes FROM resume_files
      WHERE id = #{id} AND resume = #{resume}
      """)
  Optional<FileRow> file(@Param("resume") long resume, @Param("id") long id);

  @Select(
      """
      INSERT INTO resumes (name, main, version, created)
      VALUES (#{name}, (SELECT COUNT(*) = 0 FROM resumes WHERE main = 1), 1, #{at})
      RETURNING id
      """)
  long add(@Param("name") String name, @Param("at") Instant at);

  @Select(
      """
      INSERT INTO resume_files (resume, at, name, kind, text, reading, bytes)
      VALUES (#{resume}, #{at}, #{file.name}, #{file.kind}, #{file.text}, #{file.reading},
        #{file.bytes})
      RETURNING id
      """)
  long addFile(
      @Param("resume") long resume, @Param("file") ResumeFile file, @Param("at") Instant at);

  @Insert(
      """
      INSERT INTO resume_versions (resume, number, at, origin, source_name, text, hash, document, file)
      VALUES (#{resume}, #{number}, #{at}, #{origin}, #{content.sourceName}, #{text}, #{hash},
        #{content.document}, #{file})
      """)
  void addVersion(
      @Param("resume") long resume,
      @Param("number") int number,
      @Param("at") Instant at,
      @Param("origin") String origin,
      @Param("text") String text,
      @Param("hash") String hash,
      @Param("content") ResumeContent content,
      @Param("file") @Nullable Long file);

  @Select("SELECT COALESCE(MAX(number), 0) FROM resume_versions WHERE resume = #{resume}")
  int newestNumber(@Param("resume") long resume);

  @Update("UPDATE resumes SET version = #{number} WHERE id = #{resume}")
  void use(@Param("resume") long resume, @Param("number") int number);

  @Delete("DELETE FROM resume_versions WHERE resume = #{resume} AND number <= #{number}")
  void forgetUpTo(@Param("resume") long resume, @Param("number") int number);

  @Delete(
      """
      DELETE FROM resume_files WHERE resume = #{resume}
        AND at < #{before} AND id NOT IN (SELECT file FROM resume_versions WHERE resume = #{resume} AND file IS NOT NULL)
      """)
  void forgetFiles(@Param("resume") long resume, @Param("before") Instant before);

  @Update("UPDATE resumes SET name = #{name} WHERE id = #{resume}")
  void rename(@Param("resume") long resume, @Param("name") String name);

  @Update("UPDATE resumes SET main = 0 WHERE main = 1")
  void noMain();

  @Update("UPDATE resumes SET main = 1 WHERE id = #{resume} AND removed IS NULL")
  void makeMain(@Param("resume") long resume);

  @Update("UPDATE resumes SET removed = #{at}, main = 0 WHERE id = #{resume} AND removed IS NULL")
  int remove(@Param("resume") long resume, @Param("at") Instant at);

  @Update("UPDATE resumes SET removed = NULL WHERE id = #{resume}")
  int bringBack(@Param("resume") long resume);

  @Delete("DELETE FROM resumes WHERE removed < #{before}")
  void forgetRemoved(@Param("before") Instant before);
}
