package dev.peregrine.host.scoring;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface ResumeMapper {

  record Row(long id, String text, String sourceName, String hash, Instant created) {}

  @Select(
      """
      SELECT id, text, source_name, hash, created FROM resumes
      ORDER BY id DESC LIMIT 1
      """)
  Optional<Row> newest();

  @Insert(
      """
      INSERT INTO resumes (created, source_name, text, hash)
      VALUES (#{at}, #{sourceName}, #{text}, #{hash})
      """)
  void add(
      @Param("text") String text,
      @Param("sourceName") String sourceName,
      @Param("hash") String hash,
      @Param("at") Instant at);
}
