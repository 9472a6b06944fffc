"""Parts of names for generated persons, the most frequent first, with the katakana that people write for them.

The katakana are those of forms, not of our rules: several for one name, separated by /. Where a family writes characters,
they stand after a further =, several separated by / too.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["POOLS", "NamePart", "Pool"]


@dataclass(frozen=True, slots=True)
class NamePart:
    """One part of a name: in Latin letters as on a card, in katakana as people write it, in characters if it has any."""

    latin: tuple[str, ...]
    kana: tuple[str, ...]
    characters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pool:
    """The parts of a family of names: surnames, given names of women and of men, and what stands between."""

    surnames: tuple[NamePart, ...]
    women: tuple[NamePart, ...]
    men: tuple[NamePart, ...]
    women_between: tuple[NamePart, ...] = ()
    men_between: tuple[NamePart, ...] = ()


def _parts(lines: str) -> tuple[NamePart, ...]:
    return tuple(NamePart(*(tuple(field.split("/")) for field in entry.split("="))) for entry in lines.split())


_VIETNAMESE = Pool(
    _parts(
        "NGUYEN=グエン/グェン/グエン/グウェン TRAN=チャン/トラン/チャン LE=レ/レー PHAM=ファム/ファン"
        " HOANG=ホアン/ホワン HUYNH=フイン/フィン PHAN=ファン VU=ヴ/ブ/ヴー/ブー VO=ヴォ/ボ/ボー DANG=ダン BUI=ブイ"
        " DO=ドー/ド HO=ホー/ホ NGO=ゴ/ゴー DUONG=ズオン/ドゥオン/ユオン LY=リー/リ DINH=ディン LUONG=ルオン/ルォン"
        " TRINH=チン/チィン MAI=マイ CAO=カオ DAO=ダオ HA=ハ/ハー LAM=ラム TA=タ"
    ),
    _parts(
        "HOA=ホア LINH=リン/リィン TRANG=チャン/トラン HUONG=フオン/フォン/フーン LAN=ラン MAI=マイ"
        " NGOC=ゴック/ゴク ANH=アイン/アン/アイン THUY=トゥイ/ツイ/トゥイー HANG=ハン YEN=イェン/イエン"
        " NGA=ガー/ガ/ンガ PHUONG=フオン/フォン/フーン NHUNG=ニュン/ニュング HIEN=ヒエン THAO=タオ LOAN=ロアン"
        " QUYNH=クイン/クィン VAN=バン/ヴァン DUNG=ズン/ユン/ドゥン HA=ハ/ハー TUYET=トゥエット/トゥイエット"
        " DIEM=ジエム/ズィエム/ディエム NHU=ニュー/ヌー MY=ミー/ミ OANH=オアン/オアイン"
    ),
    _parts(
        "HUNG=フン TUAN=トゥアン/ツアン DUNG=ズン/ユン/ドゥン NAM=ナム LONG=ロン/ロング SON=ソン HAI=ハイ MINH=ミン"
        " DUC=ドゥック/ドク/デュック QUANG=クアン/クワン THANH=タイン/タン CUONG=クオン/クォン TRUNG=チュン/トゥルン"
        " HIEU=ヒエウ/ヒュー KHANH=カイン/カン PHUC=フック/フク DAT=ダット/ダト TIEN=ティエン/チエン"
        " THANG=タン/タング LAM=ラム VIET=ヴィエット/ベト/ビエット HOANG=ホアン/ホワン TAM=タム BINH=ビン"
        " KIEN=キエン GIANG=ザン/ジャン"
    ),
    _parts("THI=ティ/ティー/チ/テイ NGOC=ゴック/ゴク THU=トゥ/トゥー KIM=キム THANH=タイン/タン BICH=ビック/ビク"),
    _parts(
        "VAN=バン/ヴァン DUC=ドゥック/ドク MINH=ミン QUOC=クオック/コック XUAN=スアン/シュアン HUU=フー/フウ"
        " THANH=タイン/タン"
    ),
)

_NEPALI = Pool(
    _parts(
        "SHRESTHA=シュレスタ/シレスタ/スレスタ GURUNG=グルン/グルング TAMANG=タマン/タマング RAI=ライ THAPA=タパ"
        " MAGAR=マガル/マガール KARKI=カルキ/カーキ ADHIKARI=アディカリ/アヂカリ POUDEL=ポウデル/パウデル/ポーデル"
        " SHARMA=シャルマ/シャーマ KHADKA=カドカ/カドゥカ BASNET=バスネット/バスネト LAMA=ラマ"
        " SHERPA=シェルパ/シエルパ BHANDARI=バンダリ/ブハンダリ GIRI=ギリ BHATTARAI=バッタライ/バタライ"
        " K.C.=ケーシー/ケイシ ACHARYA=アチャリヤ/アーチャリャ REGMI=レグミ PANDEY=パンデ/パンデイ"
        " SUBEDI=スベディ/スベジ DAHAL=ダハル CHAUDHARY=チョウダリ/チャウダリ LIMBU=リンブ/リンブー"
    ),
    _parts(
        "SITA=シタ/シータ GITA=ギタ/ギータ SUNITA=スニタ ANITA=アニタ SARITA=サリタ MAYA=マヤ/マーヤ"
        " LAXMI=ラクスミ/ラクシュミ/ラクシミ SABINA=サビナ PUJA=プジャ/プージャ ROSHANI=ロサニ/ロシャニ"
        " BINDU=ビンドゥ/ビンズ SUSHMA=ススマ/スシュマ ASMITA=アスミタ SANGITA=サンギタ/サンジタ KABITA=カビタ"
        " MANISHA=マニサ/マニシャ NISHA=ニサ/ニシャ PRATIMA=プラティマ/プラチマ DURGA=ドゥルガ/ドルガ"
        " RADHIKA=ラディカ"
    ),
    _parts(
        "RAM=ラム HARI=ハリ KRISHNA=クリシュナ/クリスナ BISHNU=ビシュヌ/ビスヌ SANTOSH=サントス/サントシュ"
        " RAJESH=ラジェス/ラジェシュ BIKASH=ビカス/ビカシュ SURESH=スレス/スレシュ DIPAK=ディパク/ディパック"
        " PRAKASH=プラカス/プラカシュ SUJAN=スジャン/スザン ARJUN=アルジュン/アルジユン BIBEK=ビベク/ビベック"
        " ROSHAN=ロサン/ロシャン NABIN=ナビン SAGAR=サガル/サガール ANIL=アニル MANOJ=マノジ/マノーズ DIL=ディル"
        " NIRAJ=ニラジ/ニーラズ BHIM=ビム KUMAR=クマル/クマール"
    ),
    _parts("KUMARI=クマリ/クマーリ DEVI=デビ/デヴィ MAYA=マヤ"),
    _parts(
        "BAHADUR=バハドゥル/バハドル/バハデュール KUMAR=クマル/クマール PRASAD=プラサド/プラサード RAJ=ラジ/ラージ"
        " LAL=ラル"
    ),
)

_BURMESE = Pool(
    (),
    _parts(
        "THIDA=ティダ/ティーダー SU=ス/スー MON=モン EI=エイ/エー PHYU=ピュー/ピュ HNIN=ニン/フニン AYE=エー/エイ"
        " KHIN=キン MYAT=ミャッ/ミャット WAI=ワイ NWE=ヌェ/ヌエ/ヌウェ SANDAR=サンダー/サンダル ZIN=ジン"
        " MAR=マー/マル LWIN=ルィン/ルイン YI=イー/イ THANDAR=タンダー/タンダ NILAR=ニラー/ニラ CHO=チョー/チョ"
        " MYINT=ミン/ミント THIRI=ティリ HTWE=トゥエ/トウェ MOE=モー/モエ YU=ユ/ユー HLAING=ライン/フライン"
    ),
    _parts(
        "AUNG=アウン/アウング KYAW=チョー/チョウ ZAW=ゾー/ゾウ WIN=ウィン/ウイン THU=トゥ/トゥー HTET=テッ/テット"
        " MIN=ミン NAING=ナイン/ナイング KO=コー/コ SOE=ソー/ソウ MAUNG=マウン LIN=リン PHYO=ピョー/ピョ TUN=トゥン"
        " HTUN=トゥン/トン YE=イェー/イエ THEIN=テイン HEIN=ヘイン/ヒェイン MOE=モー SAN=サン HTOO=トゥー/トゥ"
        " OO=ウー/オー NYEIN=ニェイン/ニエイン ZAY=ゼー/ゼイ THANT=タン/タント HTIKE=タイ/タイク"
    ),
)

_CHINESE = Pool(
    _parts(
        "WANG=ワン/オウ=王 LI=リ/リー=李 ZHANG=ジャン/チャン/チョウ=張/张 LIU=リュウ/リウ=劉/刘"
        " CHEN=チェン/チン=陳/陈 YANG=ヤン/ヨウ=楊/杨 ZHAO=ジャオ/チョウ=趙/赵 HUANG=ホアン/ファン/コウ=黄"
        " ZHOU=ジョウ/シュウ=周 WU=ウ/ウー/ゴ=呉/吴 XU=シュ/ジョ/シュー=徐 SUN=スン/ソン=孫/孙"
        " ZHU=ジュ/シュ/チュー=朱 MA=マ/マー/バ=馬/马 HU=フ/フー/コ=胡 GUO=グオ/カク=郭 LIN=リン=林 HE=ホー/カ/ヘ=何"
        " GAO=ガオ/コウ=高 LUO=ルオ/ラ/ロ=羅/罗 ZHENG=ジェン/テイ/ジョン=鄭/郑 LIANG=リャン/リョウ=梁"
        " XIE=シェ/シャ/シエ=謝/谢 SONG=ソン/ソウ=宋 TANG=タン/トウ=唐"
    ),
    _parts(
        "FANG=ファン/ホウ=芳 NA=ナ=娜 XIUYING=シュウイン/シウイン/シュウエイ=秀英 MIN=ミン/ビン=敏"
        " JING=ジン/セイ=静 LI=リ/リー/レイ=麗/丽 YAN=イェン/エン/ヤン=艶/艳 XIA=シャ/カ=霞"
        " JUAN=ジュエン/ケン/ジュアン=娟 GUIYING=グイイン/ケイエイ=桂英 XIAOMEI=シャオメイ/ショウバイ=小梅"
        " XUE=シュエ/セツ=雪 TING=ティン/テイ=婷 JIA=ジャ/カ/ジア=佳 XINYI=シンイ/キンイ=欣怡"
        " MEILING=メイリン/ビレイ=美玲 YUTING=ユーティン/ウテイ=雨婷 SIYU=スーユー/シウ/スユ=思雨"
        " HONG=ホン/コウ=紅/红 YING=イン/エイ=瑩/莹"
    ),
    _parts(
        "WEI=ウェイ/イ=偉/伟 QIANG=チャン/キョウ/チアン=強/强 LEI=レイ/ライ=磊 JUN=ジュン/グン=軍/军"
        " YANG=ヤン/ヨウ=洋 YONG=ヨン/ユウ=勇 JIE=ジェ/ケツ/ジエ=傑/杰 TAO=タオ/トウ=濤/涛 MING=ミン/メイ=明"
        " CHAO=チャオ/チョウ=超 GANG=ガン/ゴウ=剛/刚 PING=ピン/ヘイ=平 XIAOMING=シャオミン/ショウメイ=小明"
        " JIANGUO=ジェングオ/ケンコク/ジエングオ=建国/建國 ZHIQIANG=ジーチャン/シキョウ/ジチアン=志強/志强"
        " HAO=ハオ/コウ=浩 YUXUAN=ユーシュエン/ウケン/ユシュアン=宇軒/宇轩 PENG=ポン/ホウ/ペン=鵬/鹏"
        " HUI=ホイ/キ/フイ=輝/辉 BO=ボー/ハ/ボ=波"
    ),
)

_KOREAN = Pool(
    _parts(
        "KIM=キム=金 LEE/YI=イ/リ/イー=李 PARK/PAK=パク/パック=朴 CHOI=チェ/チェイ=崔"
        " JUNG/JEONG/CHUNG=チョン/ジョン=鄭 KANG=カン=姜 CHO/JO=チョ/ジョ/チョウ=趙 YOON/YUN=ユン=尹"
        " JANG/CHANG=チャン/ジャン=張 LIM/IM=イム/リム=林 HAN=ハン=韓 OH=オ/オー=呉 SEO/SUH=ソ/ソー=徐"
        " SHIN/SIN=シン=申 KWON=クォン/クオン=権 HWANG=ファン/フアン=黄 AHN/AN=アン=安 SONG=ソン=宋"
        " JEON/JUN=チョン/ジョン=全 HONG=ホン=洪"
    ),
    _parts(
        "JI_HYE=ジヘ/チヘ/ジヒェ=智慧 MIN_JI=ミンジ=敏智 SEO_YEON=ソヨン=瑞妍 JI_EUN=ジウン/チウン=智恩"
        " YOUNG_HEE=ヨンヒ=英姫 EUN_JUNG=ウンジョン=恩貞 HYUN_JUNG=ヒョンジョン=賢貞 SU_JIN/SOO_JIN=スジン=秀珍"
        " MI_KYUNG=ミギョン/ミキョン=美京 HYE_JIN=ヘジン/ヒェジン=恵珍 YU_NA=ユナ=兪娜"
        " JI_WON=ジウォン/チウォン/ジウオン=智媛 DA_HYE=ダヘ/タヘ=多恵 SUN_HEE=ソンヒ/スンヒ=善姫"
        " BO_RA=ボラ/ポラ=宝羅 HA_YEON=ハヨン=夏妍"
    ),
    _parts(
        "MIN_JUN=ミンジュン=民俊 SEO_JUN=ソジュン=瑞俊 DONG_HYUN=ドンヒョン/トンヒョン=東賢"
        " JI_HOON/JI_HUN=ジフン/チフン=智勲 SUNG_MIN=ソンミン=成民 YOUNG_SOO/YONG_SU=ヨンス=永秀"
        " JAE_HYUN=ジェヒョン/チェヒョン=在賢 SANG_HOON=サンフン=相勲 HYUN_WOO=ヒョヌ/ヒョンウ/ヒョヌー=賢宇"
        " KYUNG_HO=ギョンホ/キョンホ=京浩 JUN_HO/JOON_HO=ジュンホ/チュンホ=俊浩 TAE_YANG=テヤン=泰洋"
        " WOO_JIN=ウジン=宇振 CHEOL_SU=チョルス=哲秀 JIN_WOO=ジヌ/チヌ/ジンウ=振宇 SEUNG_HYUN=スンヒョン=承賢"
    ),
)

_FILIPINO = Pool(
    _parts(
        "SANTOS=サントス REYES=レイエス/レエス/レイズ CRUZ=クルス/クルーズ/クルズ BAUTISTA=バウティスタ/バチスタ"
        " GARCIA=ガルシア/ガルシヤ DELA_CRUZ=デラクルス/デラ_クルス/デラクルズ"
        " MENDOZA=メンドーサ/メンドサ/メンドーザ TORRES=トレス FLORES=フローレス/フロレス"
        " GONZALES=ゴンザレス/ゴンサレス RAMOS=ラモス AQUINO=アキノ/アキーノ CASTRO=カストロ"
        " VILLANUEVA=ビラヌエバ/ビリャヌエバ/ヴィラヌエヴァ FERNANDEZ=フェルナンデス/フェルナンデズ"
        " RIVERA=リベラ/リヴェラ MERCADO=メルカド DE_GUZMAN=デグズマン/デ_グスマン SALAZAR=サラザール/サラサル"
        " NAVARRO=ナバロ/ナヴァロ DOMINGO=ドミンゴ SORIANO=ソリアノ/ソリアーノ PASCUAL=パスクアル/パスカル"
        " MANALO=マナロ/マナーロ"
    ),
    _parts(
        "MARIA=マリア/マリヤ GRACE=グレース/グレイス MARY_JOY=メアリー_ジョイ/メリー_ジョイ"
        " JENNIFER=ジェニファー/ジェニフェル ROSE_ANN=ローズ_アン/ロズ_アン ANGELICA=アンジェリカ/アンヘリカ"
        " CHRISTINE=クリスティン/クリスチン MICHELLE=ミシェル/ミッシェル MARICEL=マリセル ROSALIE=ロザリー/ロサリエ"
        " JOCELYN=ジョセリン CRISTINA=クリスティナ/クリスチナ LIZA=リザ/リサ EVELYN=エベリン/エヴェリン"
        " LORNA=ロルナ/ローナ MYLENE=マイリーン/ミレネ JESSA=ジェッサ/ジェサ PRINCESS=プリンセス"
        " TERESA=テレサ/テレーサ ANALYN=アナリン CHERRY=チェリー/シェリー"
    ),
    _parts(
        "JOSE=ホセ/ジョセ JUAN=フアン/ホアン MARK_ANTHONY=マーク_アンソニー/マルク_アントニー"
        " JOHN_PAUL=ジョン_ポール MICHAEL=マイケル/ミカエル CHRISTIAN=クリスチャン/クリスティアン RONALDO=ロナルド"
        " JAYSON=ジェイソン/ジェーソン ARNEL=アーネル/アルネル RODEL=ロデル/ローデル ERWIN=アーウィン/エルウィン"
        " RYAN=ライアン JOSEPH=ジョセフ/ヨセフ ALLAN=アラン EDUARDO=エドゥアルド/エドアルド RAYMOND=レイモンド"
        " JEFFREY=ジェフリー/ジェフリ DENNIS=デニス ROMEO=ロメオ NOEL=ノエル/ノエール"
    ),
)

_INDONESIAN = Pool(
    _parts(
        "SETIAWAN=セティアワン/スティアワン/セチアワン SAPUTRA=サプトラ/サプトゥラ WIJAYA=ウィジャヤ/ウイジャヤ"
        " KURNIAWAN=クルニアワン HIDAYAT=ヒダヤット/ヒダヤト PRATAMA=プラタマ NUGROHO=ヌグロホ"
        " LESTARI=レスタリ/ルスタリ WAHYUNI=ワヒュニ/ワユニ/ワフユニ RAHAYU=ラハユ SUSANTI=スサンティ/スサンチ"
        " HANDAYANI=ハンダヤニ SAFITRI=サフィトリ/サフィトゥリ UTAMI=ウタミ PERMANA=ペルマナ/プルマナ"
        " SANTOSO=サントソ/サントーソ"
    ),
    _parts(
        "SITI=シティ/シチ DEWI=デウィ/デヴィ SRI=スリ RINA=リナ/リーナ AYU=アユ NUR=ヌル/ヌール"
        " PUTRI=プトリ/プトゥリ INDAH=インダ/インダー FITRI=フィトリ/フィトゥリ WULAN=ウラン YULIANA=ユリアナ"
        " RATNA=ラトナ/ラトゥナ MEGA=メガ LINA=リナ EKA=エカ DIAN=ディアン/デイアン ANISA=アニサ"
        " CAHYANI=チャヒヤニ/チャフヤニ KARTINI=カルティニ/カルチニ SUHARTI=スハルティ/スハルチ"
    ),
    _parts(
        "AGUS=アグス BUDI=ブディ/ブジ ADI=アディ/アジ EKO=エコ DWI=ドゥイ/ドウィ"
        " SUPRIYADI=スプリヤディ/スプリアディ SUGENG=スゲン/スグン JOKO=ジョコ ANDI=アンディ HENDRA=ヘンドラ"
        " RUDI=ルディ RIZKI=リズキ/リスキ FAJAR=ファジャル/ファジャール BAYU=バユ DEDI=デディ IRFAN=イルファン"
        " YUSUF=ユスフ/ユーセフ AHMAD=アフマド/アーマド/アハマッド MUHAMMAD=ムハンマド/ムハマド SUHARTO=スハルト"
    ),
)

_BRAZILIAN = Pool(
    _parts(
        "DA_SILVA=ダ_シルバ/シルバ/ダ_シルヴァ DOS_SANTOS=ドス_サントス/サントス OLIVEIRA=オリベイラ/オリヴェイラ"
        " SOUZA=ソウザ/ソーザ/スーザ PEREIRA=ペレイラ TANAKA=タナカ FERREIRA=フェレイラ/フェヘイラ"
        " ALVES=アルベス/アルヴェス LIMA=リマ YAMAMOTO=ヤマモト GOMES=ゴメス/ゴーメス RIBEIRO=リベイロ/ヒベイロ"
        " CARVALHO=カルバリョ/カルヴァーリョ ALMEIDA=アルメイダ NAKAMURA=ナカムラ COSTA=コスタ"
        " RODRIGUES=ロドリゲス/ホドリゲス MARTINS=マルチンス/マルティンス SATO=サトウ/サトー"
        " ARAUJO=アラウジョ/アラウージョ BARBOSA=バルボザ/バルボーザ WATANABE=ワタナベ"
    ),
    _parts(
        "MARIA=マリア ANA=アナ JULIANA=ジュリアナ PATRICIA=パトリシア ALINE=アリネ/アリーネ/アリニ CAMILA=カミラ"
        " FERNANDA=フェルナンダ LETICIA=レチシア/レティシア AMANDA=アマンダ BRUNA=ブルナ JESSICA=ジェシカ"
        " VANESSA=バネッサ/ヴァネッサ MARIANA=マリアナ LUCIANA=ルシアナ SANDRA=サンドラ APARECIDA=アパレシダ"
        " TATIANE=タチアネ/タティアーネ REGINA=レジナ/ヘジーナ CRISTIANE=クリスチアネ/クリスティアネ"
        " BEATRIZ=ベアトリス/ベアトリズ"
    ),
    _parts(
        "JOSE=ジョゼ/ジョセ JOAO=ジョアン CARLOS=カルロス PAULO=パウロ MARCOS=マルコス LUCAS=ルーカス/ルカス"
        " RAFAEL=ラファエル/ハファエル FELIPE=フェリペ/フェリッペ GUSTAVO=グスタボ/グスターヴォ"
        " RODRIGO=ロドリゴ/ホドリゴ THIAGO=チアゴ/ティアゴ DIEGO=ディエゴ/ジエゴ ANDRE=アンドレ"
        " BRUNO=ブルノ/ブルーノ LEONARDO=レオナルド EDUARDO=エドゥアルド/エドアルド MARCELO=マルセロ/マルセーロ"
        " RICARDO=リカルド/ヒカルド FABIO=ファビオ LUIZ=ルイス/ルイズ"
    ),
)

_JAPANESE = Pool(
    _parts(
        "SATO/SATOH/SATOU=サトウ=佐藤 SUZUKI=スズキ=鈴木 TAKAHASHI/TAKAHASI=タカハシ=高橋/髙橋 TANAKA=タナカ=田中"
        " ITO/ITOH/ITOU=イトウ=伊藤 WATANABE=ワタナベ=渡辺/渡邊/渡邉 YAMAMOTO=ヤマモト=山本 NAKAMURA=ナカムラ=中村"
        " KOBAYASHI/KOBAYASI=コバヤシ=小林 KATO/KATOH=カトウ=加藤 YOSHIDA/YOSIDA=ヨシダ=吉田/𠮷田"
        " SAITO/SAITOH=サイトウ=斎藤/齋藤/斉藤 YAMAZAKI=ヤマザキ=山崎/山﨑 ONO/OHNO/OONO=オオノ=大野 ONO=オノ=小野"
        " OTA/OHTA=オオタ=太田 SHIMIZU/SIMIZU=シミズ=清水 HAMADA=ハマダ=浜田/濱田 MIYAZAWA=ミヤザワ=宮沢/宮澤"
        " TSUCHIYA/TUTIYA=ツチヤ=土屋 FUJII/HUZII=フジイ=藤井 KUBO=クボ=久保 NAKAJIMA/NAKAZIMA=ナカジマ=中島/中嶋"
        " HIROTA=ヒロタ=広田/廣田"
    ),
    _parts(
        "YOKO/YOHKO/YOUKO=ヨウコ=陽子/洋子 JUNKO/ZYUNKO=ジュンコ=順子 KEIKO=ケイコ=恵子/惠子 TOMOKO=トモコ=智子"
        " YUKO/YUUKO=ユウコ=優子 KYOKO/KYOUKO=キョウコ=京子 EMI=エミ=恵美 MAYUMI=マユミ=真由美/眞由美 YUKI=ユキ=由紀"
        " AYA=アヤ=綾 CHIE/TIE=チエ=千恵 SHOKO/SYOKO=ショウコ=祥子 RYOKO/RYOUKO=リョウコ=涼子 SAKURA=サクラ=桜/櫻"
        " HARUKA=ハルカ=遥/遙 MISAKI=ミサキ=美咲"
    ),
    _parts(
        "HIROSHI/HIROSI=ヒロシ=浩/博 KENJI/KENZI=ケンジ=健二 TARO/TAROU/TAROH=タロウ=太郎 JIRO/ZIROU=ジロウ=二郎"
        " ICHIRO/ITIROU=イチロウ=一郎 SHINJI/SINZI=シンジ=真司 YUTA/YUUTA=ユウタ=雄太 DAISUKE=ダイスケ=大輔"
        " SHOTA/SYOUTA=ショウタ=翔太 TAKESHI/TAKESI=タケシ=武 JUN/ZYUN=ジュン=純 KOJI/KOUJI=コウジ=浩二"
        " RYO/RYOU=リョウ=亮 TSUYOSHI/TUYOSI=ツヨシ=剛 YUICHI/YUUITI=ユウイチ=雄一 SATOSHI/SATOSI=サトシ=聡"
    ),
)

POOLS = {
    "Vietnamese": _VIETNAMESE,
    "Nepali": _NEPALI,
    "Burmese": _BURMESE,
    "Chinese": _CHINESE,
    "Korean": _KOREAN,
    "Filipino": _FILIPINO,
    "Indonesian": _INDONESIAN,
    "Brazilian": _BRAZILIAN,
    "Japanese": _JAPANESE,
}
"""Every family of names, by hand."""
