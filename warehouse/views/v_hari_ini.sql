-- pertanyaan | question: Dasar pandangan lain: tanggal berapa hari ini di kantor? | Base of other views: which day is it at the office?
-- butir | grain: Satu baris. | One row.
-- satuan | unit: Tanggal. | Date.
-- sumber | source: Jam komputer yang menjalankan kueri. | The clock of the computer that runs the query.
-- catatan | caveat: Dasar pandangan lain. Waktu Indonesia Tengah (UTC+8), di mana pun kueri dijalankan. | Base of other views. Central Indonesian time (UTC+8), wherever the query is run.
-- tabel | tables: kewajiban
-- kolom hari: Hari ini. | Today.
SELECT (make_timestamp(epoch_us(now())) + INTERVAL 8 HOUR)::DATE AS hari
