"""How the characters of frequent Chinese and Korean names are read: pinyin, the Japanese on reading, Korean.

One reading of each sort a character: the one that names have. A name with a character that is not here has no reading, which
is no evidence against anybody.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from kyosei.identity.names.characters import fold_characters

__all__ = ["READINGS", "on_readings_of"]

_LINES = """
王 wang オウ wang;李 li リ lee;張 zhang チョウ jang;劉 liu リュウ ryu;陳 chen チン jin;楊 yang ヨウ yang
趙 zhao チョウ cho;黄 huang コウ hwang;周 zhou シュウ ju;呉 wu ゴ oh;徐 xu ジョ seo;孫 sun ソン son;馬 ma バ ma
朱 zhu シュ ju;胡 hu コ ho;郭 guo カク kwak;何 he カ ha;高 gao コウ ko;林 lin リン lim;羅 luo ラ na;鄭 zheng テイ jung
梁 liang リョウ yang;謝 xie シャ sa;宋 song ソウ song;唐 tang トウ dang;許 xu キョ heo;韓 han カン han
馮 feng フウ pung;鄧 deng トウ deung;曹 cao ソウ cho;彭 peng ホウ paeng;曽 zeng ソウ jeung;肖 xiao ショウ so
蕭 xiao ショウ so;田 tian デン jeon;董 dong トウ dong;袁 yuan エン won;潘 pan ハン ban;于 yu ウ u;蒋 jiang ショウ jang
蔡 cai サイ chae;余 yu ヨ yeo;杜 du ト du;葉 ye ヨウ yeop;程 cheng テイ jeong;蘇 su ソ so;魏 wei ギ wi;呂 lu リョ yeo
丁 ding テイ jeong;任 ren ニン im;沈 shen シン sim;姚 yao ヨウ yo;盧 lu ロ noh;姜 jiang キョウ kang;崔 cui サイ choi
鐘 zhong ショウ jong;譚 tan タン dam;陸 lu リク yuk;汪 wang オウ wang;范 fan ハン beom;金 jin キン kim
石 shi セキ seok;廖 liao リョウ yo;賈 jia カ ga;夏 xia カ ha;韋 wei イ wi;付 fu フ bu;方 fang ホウ bang
白 bai ハク baek;鄒 zou スウ chu;孟 meng モウ maeng;熊 xiong ユウ ung;秦 qin シン jin;邱 qiu キュウ gu
江 jiang コウ gang;尹 yin イン yoon;薛 xue セツ seol;閻 yan エン yeom;段 duan ダン dan;雷 lei ライ noe;侯 hou コウ hu
竜 long リュウ yong;史 shi シ sa;陶 tao トウ do;毛 mao モウ mo;顧 gu コ ko;龔 gong キョウ gong;邵 shao ショウ so
万 wan マン man;銭 qian セン jeon;朴 piao ボク park;申 shen シン shin;安 an アン ahn;洪 hong コウ hong
文 wen ブン moon;権 quan ケン kwon;全 quan ゼン jeon;南 nan ナン nam;裴 pei ハイ bae;兪 yu ユ yoo;柳 liu リュウ yoo
禹 yu ウ woo;具 ju グ koo;車 che シャ cha;成 cheng セイ sung;偉 wei イ wi;芳 fang ホウ bang;娜 na ナ na
秀 xiu シュウ soo;英 ying エイ young;敏 min ビン min;静 jing セイ jeong;麗 li レイ ryeo;強 qiang キョウ kang
磊 lei ライ noe;軍 jun グン gun;洋 yang ヨウ yang;勇 yong ユウ yong;艶 yan エン yeom;傑 jie ケツ geol
娟 juan ケン yeon;濤 tao トウ do;明 ming メイ myung;超 chao チョウ cho;蘭 lan ラン ran;霞 xia カ ha
平 ping ヘイ pyeong;剛 gang ゴウ gang;桂 gui ケイ gye;小 xiao ショウ so;紅 hong コウ hong;梅 mei バイ mae
華 hua カ hwa;玉 yu ギョク ok;国 guo コク guk;建 jian ケン geon;志 zhi シ ji;海 hai カイ hae;春 chun シュン chun
雪 xue セツ seol;婷 ting テイ jeong;浩 hao コウ ho;宇 yu ウ woo;軒 xuan ケン heon;子 zi シ ja;涵 han カン ham
欣 xin キン heun;怡 yi イ i;佳 jia カ ga;琪 qi キ ki;暁 xiao ギョウ hyo;東 dong トウ dong;飛 fei ヒ bi
鵬 peng ホウ bung;輝 hui キ hwi;亮 liang リョウ ryang;波 bo ハ pa;斌 bin ヒン bin;慧 hui ケイ hye;瑞 rui ズイ seo
思 si シ sa;雨 yu ウ woo;欽 qin キン heum;家 jia カ ga;豪 hao ゴウ ho;俊 jun シュン jun;民 min ミン min
哲 zhe テツ cheol;恵 hui ケイ hye;淑 shu シュク suk;貞 zhen テイ jeong;美 mei ビ mi;順 shun ジュン soon
賢 xian ケン hyun;正 zheng セイ jeong;永 yong エイ young;在 zai ザイ jae;恩 en オン eun;智 zhi チ ji;珠 zhu シュ ju
善 shan ゼン seon;鎮 zhen チン jin;泰 tai タイ tae;煥 huan カン hwan;勲 xun クン hoon;熙 xi キ hee;希 xi キ hee
姫 ji キ hee;真 zhen シン jin;珍 zhen チン jin;振 zhen シン jin;宰 zai サイ jae;京 jing キョウ kyung
慶 qing ケイ kyung;景 jing ケイ kyung;敬 jing ケイ kyung;相 xiang ソウ sang;尚 shang ショウ sang;大 da ダイ dae
道 dao ドウ do;赫 he カク hyuk;妍 yan ケン yeon;妮 ni ニ ni;媛 yuan エン won;元 yuan ゲン won;源 yuan ゲン won
媚 mei ビ mi;琳 lin リン rim;琴 qin キン geum;倩 qian セン cheon;瑩 ying エイ young;穎 ying エイ young;夢 meng ム mong
月 yue ゲツ wol;雲 yun ウン un;天 tian テン cheon;一 yi イチ il;星 xing セイ seong;晨 chen シン sin;辰 chen シン jin
旭 xu キョク uk;凱 kai ガイ gae;博 bo ハク bak;翔 xiang ショウ sang;峰 feng ホウ bong;山 shan サン san
"""
READINGS: dict[str, tuple[str, str, str]] = {
    fold_characters(character): (pinyin, on, korean)
    for character, pinyin, on, korean in (entry.split() for entry in _LINES.replace("\n", ";").split(";") if entry)
}
"""By folded character: pinyin without tones, on reading, romanised Korean."""

_ON_OF_PINYIN: dict[str, tuple[str, ...]] = {
    pinyin: tuple(dict.fromkeys(on for other, on, _ in READINGS.values() if other == pinyin))
    for pinyin, _, _ in READINGS.values()
}


@lru_cache(maxsize=16_384)
def on_readings_of(pinyin: str) -> tuple[str, ...]:
    """The on readings that one or two syllables of pinyin may stand for, among the characters that are here."""
    halves = [(pinyin[:place], pinyin[place:]) for place in range(1, len(pinyin))]
    found = list(_ON_OF_PINYIN.get(pinyin, ()))
    for first, second in halves:
        found += ["".join(both) for both in product(_ON_OF_PINYIN.get(first, ()), _ON_OF_PINYIN.get(second, ()))]
    return tuple(dict.fromkeys(found))
