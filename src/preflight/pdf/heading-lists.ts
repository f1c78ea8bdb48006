/** Owns the lists of headings of the parts that do not count. Source: what templates, journals and schools print. */

/** Over a list of references, in the languages we know; English phrases are also put together in heading-words.ts. */
export const referenceHeadings = [
  'references|reference|reference list|list of references|references and notes|notes and references|references cited|cited references|bibliography|selected bibliography|works cited|literature cited|literature|cited works|sources|references and further reading',
  'literatur|literaturverzeichnis|quellen|quellenverzeichnis|referenzen|bibliographie|bibliografie|literaturangaben|literaturnachweise|quellenangaben|literaturliste|schrifttum|zitierte literatur|verwendete literatur|quellen und literatur|literatur und quellen',
  'références|références bibliographiques|références citées|liste des références|ouvrages cités|œuvres citées|bibliographie sélective|bibliographie et sources',
  'referencias|referencias bibliográficas|referencias citadas|lista de referencias|bibliografía|bibliografía citada|literatura citada|obras citadas|obras consultadas|fuentes|fuentes y bibliografía',
  'referências|referências bibliográficas|referências citadas|lista de referências|bibliografia|bibliografia citada|obras citadas|fontes',
  'riferimenti|riferimenti bibliografici|bibliografia|bibliografia e sitografia|opere citate|letteratura citata|fonti|referències|referències bibliogràfiques|referinte|referințe bibliografice|erreferentziak',
  'literatuur|referenties|literatuurlijst|referentielijst|bronnen|bronvermelding|geraadpleegde literatuur|referenser|referenslista|litteratur|litteraturlista|litteraturförteckning|källor|källförteckning|käll- och litteraturförteckning',
  'referanser|referanseliste|litteraturliste|litteraturfortegnelse|kilder|kildeliste|referencer|heimildir|heimildaskrá|lähteet|lähdeluettelo|kirjallisuus|kirjallisuusluettelo|viitteet|viited|kasutatud kirjandus|allikad',
  'literatura|bibliografia|piśmiennictwo|źródła|spis literatury|literatura cytowana|použitá literatura|seznam literatury|seznam použité literatury|citovaná literatura|zdroje|použité zdroje|reference a literatura|literatúra|zoznam použitej literatúry|popis literature|viri|viri in literatura|bibliografija|literatūra|literatūros sąrašas|literatūras saraksts',
  'irodalom|irodalomjegyzék|felhasznált irodalom|szakirodalom|hivatkozások|források|kaynakça|kaynaklar|referanslar|yararlanılan kaynaklar',
  'литература|литература и источники|список литературы|список использованной литературы|список использованных источников|использованная литература|библиография|библиографический список|источники|ссылки',
  'література|список літератури|список використаних джерел|використана література|використані джерела|джерела|бібліографія|перелік посилань|използвана литература|източници|литература и извори|референце',
  'βιβλιογραφία|αναφορές|βιβλιογραφικές αναφορές|παραπομπές|πηγές',
  '参考文献|參考文獻|参考资料|參考資料|参考书目|參考書目|引用文献|引用文獻|文献|参照文献|参考図書|참고문헌|인용문헌|참고자료',
  'المراجع|مراجع|قائمة المراجع|المصادر|المصادر والمراجع|المراجع والمصادر|قائمة المصادر والمراجع|منابع|مراجع|منابع و مآخذ|فهرست منابع',
  'ביבליוגרפיה|מקורות|רשימת מקורות|רשימה ביבליוגרפית|הפניות|संदर्भ|सन्दर्भ|संदर्भ सूची|सन्दर्भ सूची|संदर्भ ग्रंथ|ग्रंथसूची|เอกสารอ้างอิง|บรรณานุกรม|รายการอ้างอิง',
  'tài liệu tham khảo|tài liệu trích dẫn|danh mục tài liệu tham khảo|daftar pustaka|daftar referensi|referensi|rujukan|bibliografi',
];

export const thanksHeadings = [
  'acknowledgements|acknowledgments|acknowledgement|acknowledgment|acknowledgments and disclosure of funding|acknowledgements and disclosure of funding|acknowledgments and funding|acknowledgements and funding|funding|funding disclosure|funding statement|disclosure of funding|funding and acknowledgments|funding and acknowledgements|thanks',
  'danksagung|danksagungen|dank|remerciements|agradecimientos|agradecimentos|ringraziamenti|agraïments|mulțumiri|dankwoord|tack|takk|tak|kiitokset|podziękowania|poděkování|poďakovanie|zahvale|köszönetnyilvánítás|teşekkür|teşekkürler',
  'благодарности|благодарность|подяки|подяка|ευχαριστίες|致谢|致謝|謝辞|감사의 글|사사|شكر وتقدير|شكر|سپاسگزاری|תודות|आभार|กิตติกรรมประกาศ|lời cảm ơn|ucapan terima kasih',
];

export const checklistHeadings = [
  'neurips paper checklist|paper checklist|checklist|reproducibility checklist|neurips checklist|author checklist',
];

/** Beginnings of headings: a letter or a name may follow. */
export const appendixHeadings = [
  'appendix|appendices|supplementary material|supplementary materials|supplementary|supplemental material|supplemental materials|supplement|supporting information|online appendix|technical appendix',
  'anhang|annex|annexe|annexes|apéndice|apêndice|apèndix|anexo|anexos|anexă|appendice|bijlage|bijlagen|bilaga|bilag|vedlegg|liite|dodatek|załącznik|příloha|príloha|függelék|lampiran|phụ lục',
  'приложение|приложения|додаток|додатки|παράρτημα|附录|附錄|付録|부록|ملحق|پیوست|נספח|परिशिष्ट|ภาคผนวก',
];
