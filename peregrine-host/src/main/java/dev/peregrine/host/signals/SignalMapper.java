package dev.peregrine.host.signals;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface SignalMapper {

  @Insert(
      """
      INSERT INTO signal_moves (move, mail)
      SELECT #{move}, value FROM json_each(#{mails}) WHERE true
      ON CONFLICT DO NOTHING
      """)
  void settledBy(@Param("move") long move, @Param("mails") String mails);

  @Select("SELECT mail FROM signal_moves WHERE move = #{move}")
  List<Long> ofMove(@Param("move") long move);

  @Delete("DELETE FROM signal_moves WHERE move = #{move}")
  void forget(@Param("move") long move);
}
