(function () {
  "use strict";
  var akar = document.documentElement;
  var data = JSON.parse(document.getElementById("data").textContent);
  var ATRIBUT = ["aria-label", "label"];
  var dipilih = { provinsi: Object.keys(data.pertama)[0], angka: null, tahun: null };
  var pilihProvinsi = document.getElementById("pilih-provinsi");
  var pilihAngka = document.getElementById("pilih-angka");
  var pilihTahun = document.getElementById("pilih-tahun");
  // Object keys that look like numbers lose their order; the list of provinces keeps it.
  if (pilihProvinsi) { dipilih.provinsi = pilihProvinsi.value; }

  function inggris() { return akar.lang === "en"; }
  function semua(css, dalam) { return Array.prototype.slice.call((dalam || document).querySelectorAll(css)); }
  function kata(dua) { return dua[inggris() ? 1 : 0]; }
  function angka(nilai, persen) {
    if (nilai === null || nilai === undefined) { return "–"; }
    return nilai.toLocaleString(inggris() ? "en-GB" : "id-ID", { maximumFractionDigits: 1 }) + (persen ? "%" : "");
  }
  function pendek(nilai, persen) {
    if (nilai !== null && nilai !== undefined) {
      for (var i = 0; i < data.skala.length; i += 1) {
        var s = data.skala[i];
        if (Math.abs(nilai) >= s[0] - s[0] / 2000) { return angka(nilai / s[0]) + " " + s[inggris() ? 2 : 1]; }
      }
    }
    return angka(nilai, persen);
  }
  function hari(iso) {
    if (!iso) { return "–"; }
    var b = iso.split("-");
    return Number(b[2]) + " " + kata(data.bulan)[Number(b[1]) - 1] + " " + b[0];
  }
  function tulis(el, teks) {
    el.removeAttribute("data-lain");
    el.textContent = teks;
  }
  function keadaan() {
    var maps = (data.provinsi[dipilih.provinsi] || {})[dipilih.angka] || {};
    return maps[dipilih.tahun] || null;
  }

  function isiTahun() {
    var maps = (data.provinsi[dipilih.provinsi] || {})[dipilih.angka] || {};
    var tahun = Object.keys(maps).sort().reverse();
    pilihTahun.textContent = "";
    tahun.forEach(function (t) {
      var o = document.createElement("option");
      o.value = t;
      o.textContent = t + " (" + maps[t].n[0] + (inggris() ? " of " : " dari ") + maps[t].n[1] + ")";
      pilihTahun.appendChild(o);
    });
    if (tahun.indexOf(String(dipilih.tahun)) < 0) {
      var awal = (data.awal[dipilih.provinsi] || {})[dipilih.angka];
      dipilih.tahun = awal ? String(awal) : null;
    }
    pilihTahun.disabled = !tahun.length;
    if (dipilih.tahun) { pilihTahun.value = dipilih.tahun; }
  }
  function isiLegenda(wadah, k, banyak) {
    wadah.textContent = "";
    var baris = (k ? k.l : []).concat([[0, "tidak ada data", "no data", banyak - (k ? Object.keys(k.a).length : 0)]]);
    baris.forEach(function (b) {
      var li = document.createElement("li");
      var i = document.createElement("i");
      i.className = "w" + b[0];
      var kecil = document.createElement("small");
      kecil.textContent = "(" + b[3] + ")";
      li.append(i, " ", b[inggris() ? 2 : 1], " ", kecil);
      wadah.appendChild(li);
    });
  }
  function isiPeta() {
    var k = keadaan();
    var persen = data.angka[dipilih.angka][2];
    var peta = semua(".peta").filter(function (el) { return el.dataset.p === dipilih.provinsi; })[0];
    if (!peta) { return; }
    tulis(peta.querySelector('[data-isi="judul"]'), kata(data.angka[dipilih.angka]) + ", " + (dipilih.tahun || "–"));
    tulis(peta.querySelector('[data-isi="kalimat"]'),
      k ? kata(k.k) : (inggris() ? "There are no such figures yet." : "Belum ada angka ini."));
    semua("[data-w]", peta).forEach(function (el) {
      var f = (k && k.a[el.dataset.w]) || [null, 0];
      el.className = "w" + f[1];
      tulis(el.querySelector("b"), pendek(f[0], persen));
    });
    semua("[data-b]", peta).forEach(function (tr) {
      var f = (k && k.a[tr.dataset.b]) || [null, 0, -1];
      var sel = tr.querySelectorAll("td");
      tulis(sel[0], angka(f[0], persen));
      tulis(sel[1], f[3] ? kata(data.periode[f[3]]) : "–");
      tulis(sel[2], hari(data.hari[f[2]]));
    });
    isiLegenda(peta.querySelector('[data-isi="legenda"]'), k, semua("[data-w]", peta).length);
    isiPokok(peta);
  }
  function isiPokok(peta) {
    var maps = data.provinsi[dipilih.provinsi] || {};
    var kunci = Object.keys(data.angka);
    tulis(peta.querySelector('[data-isi="tahun"]'), dipilih.tahun || "–");
    semua("[data-a]", peta).forEach(function (tr) {
      var sel = tr.querySelectorAll("td");
      var terakhir = null;
      kunci.forEach(function (satu, i) {
        var k = (maps[satu] || {})[dipilih.tahun];
        var isi = "–";
        if (k && tr.dataset.a === "jumlah") { isi = kata(k.j); }
        else if (tr.dataset.a === "dari") {
          isi = (k ? k.n[0] : 0) + (inggris() ? " of " : " dari ") + semua("[data-w]", peta).length;
        } else if (k && k.a[tr.dataset.a]) {
          var f = k.a[tr.dataset.a];
          isi = angka(f[0], data.angka[satu][2]);
          var diterima = data.hari[f[2]];
          if (diterima && (!terakhir || diterima > terakhir)) { terakhir = diterima; }
        }
        tulis(sel[i], isi);
      });
      if (tr.dataset.a !== "jumlah" && tr.dataset.a !== "dari") { tulis(sel[kunci.length], hari(terakhir)); }
    });
  }
  function tampilkan() {
    var ada = false;
    semua("[data-p]").forEach(function (el) { el.hidden = el.dataset.p !== dipilih.provinsi; });
    semua("[data-i]").forEach(function (el) {
      el.hidden = el.dataset.i !== dipilih.angka;
      var rumah = el.closest("[data-p]");
      if (!el.hidden && rumah && rumah.dataset.p === dipilih.provinsi) { ada = true; }
    });
    document.getElementById("tanpa-perkembangan").hidden = ada || !dipilih.provinsi;
    var nama = document.querySelector(".nama-provinsi");
    if (nama && pilihProvinsi) { nama.textContent = pilihProvinsi.selectedOptions[0].textContent; }
  }
  function segarkan() {
    isiTahun();
    isiPeta();
    tampilkan();
  }
  function tukarBahasa() {
    semua("[data-lain]").forEach(function (el) {
      var lain = el.getAttribute("data-lain");
      el.setAttribute("data-lain", el.textContent);
      el.textContent = lain;
    });
    ATRIBUT.forEach(function (nama) {
      semua("[data-lain-" + nama + "]").forEach(function (el) {
        var lain = el.getAttribute("data-lain-" + nama);
        el.setAttribute("data-lain-" + nama, el.getAttribute(nama));
        el.setAttribute(nama, lain);
      });
    });
    akar.lang = inggris() ? "id" : "en";
    document.getElementById("bahasa").lang = inggris() ? "id" : "en";
    if (dipilih.provinsi) { segarkan(); }
  }
  function ingat(bahasa) {
    try { localStorage.setItem("ikm-bahasa", bahasa); } catch (e) { /* a browser that keeps nothing */ }
  }
  function diingat() {
    try { return localStorage.getItem("ikm-bahasa"); } catch (e) { return null; }
  }

  akar.classList.add("js");
  document.getElementById("bahasa").addEventListener("click", function () {
    tukarBahasa();
    ingat(akar.lang);
  });
  if (dipilih.provinsi) {
    dipilih.angka = data.pertama[dipilih.provinsi][0];
    dipilih.tahun = data.pertama[dipilih.provinsi][1] === null ? null : String(data.pertama[dipilih.provinsi][1]);
    pilihAngka.value = dipilih.angka;
    pilihAngka.addEventListener("change", function () {
      dipilih.angka = pilihAngka.value;
      segarkan();
    });
    pilihTahun.addEventListener("change", function () {
      dipilih.tahun = pilihTahun.value;
      segarkan();
    });
    if (pilihProvinsi) {
      pilihProvinsi.addEventListener("change", function () {
        dipilih.provinsi = pilihProvinsi.value;
        segarkan();
      });
    }
    isiTahun();
    tampilkan();
  }
  if (diingat() && diingat() !== akar.lang) { tukarBahasa(); }
  window.addEventListener("beforeprint", function () {
    semua("details").forEach(function (el) {
      if (!el.open) { el.open = true; el.dataset.tutup = "1"; }
    });
  });
  window.addEventListener("afterprint", function () {
    semua("details[data-tutup]").forEach(function (el) { el.open = false; delete el.dataset.tutup; });
  });
}());
