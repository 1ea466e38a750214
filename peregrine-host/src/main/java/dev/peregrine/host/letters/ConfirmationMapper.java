package dev.peregrine.host.letters;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface ConfirmationMapper {

  record Row(String kind, String words, String added) {}

  @Select("SELECT kind, words, added FROM letter_confirmations WHERE resume = #{resume}")
  List<Row> of(@Param("resume") long resume);

  @Insert(
      """
      INSERT INTO letter_confirmations (at, resume, kind, words, added)
      VALUES (#{at}, #{resume}, #{row.kind}, #{row.words}, #{row.added})
      ON CONFLICT (resume, kind, words) DO UPDATE SET at = excluded.at, added = excluded.added
      """)
  void add(@Param("at") Instant at, @Param("resume") long resume, @Param("row") Row row);

  @Delete(
      """
      DELETE FROM letter_confirmations
      WHERE resume = #{resume} AND kind = #{kind} AND words = #{words}
      """)
  void remove(
      @Param("resume") long resume, @Param("kind") String kind, @Param("words") String words);
}
