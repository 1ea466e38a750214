package dev.peregrine.host.letters;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface OwnLetterMapper {

  record Row(long id, Instant at, String name, String text) {}

  @Select("SELECT id, at, name, text FROM own_letters WHERE removed IS NULL ORDER BY id DESC")
  List<Row> all();

  @Select("INSERT INTO own_letters (at, name, text) VALUES (#{at}, #{name}, #{text}) RETURNING id")
  @Options(flushCache = Options.FlushCachePolicy.TRUE)
  long add(@Param("at") Instant at, @Param("name") String name, @Param("text") String text);

  @Update("UPDATE own_letters SET removed = #{at} WHERE id = #{id}")
  void remove(@Param("id") long id, @Param("at") Instant at);

  @Update("UPDATE own_letters SET removed = NULL WHERE id = #{id}")
  void bringBack(@Param("id") long id);

  @Delete("DELETE FROM own_letters WHERE removed < #{before}")
  void forgetRemoved(@Param("before") Instant before);
}
