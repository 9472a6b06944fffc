"""Chinese characters folded so that forms of one character are equal: old and new, traditional and simplified, variants.

Pension and bank files cannot hold 髙 or 﨑 (outside JIS X 0208), residence cards may; a Chinese or Korean passport has
other forms than a Japanese register.
"""

from __future__ import annotations

import unicodedata

__all__ = ["fold_characters", "is_ideograph"]

_FORMS = """
高髙 崎﨑嵜碕 沢澤泽 辺邊邉边 斎齋斉齊齐 島嶋嶌岛 浜濱濵滨 広廣广 国國囯 恵惠 黒黑 桜櫻樱 吉𠮷 関關关 竜龍龙 滝瀧泷
渡渉 真眞 徳德 栄榮荣 塩鹽盐 円圓圆 学學 宝寶寳 寿壽 実實实 亀龜龟 万萬 与與 来來 条條 桧檜 楽樂乐 気氣气 沖冲 浅淺
清淸 瀬瀨濑 猪豬 県縣县 礼禮 穂穗 竹竺 緑綠绿 縄繩绳 聡聰聪 芸藝艺 藤籐 蔵藏 薫薰 豊豐丰 賢贤 鉄鐵铁 陽阳 静靜 頼賴赖
顕顯显 館舘馆 鶴鹤 麦麥 麺麵面 弥彌 弁辯辨 従從从 応應应 彦彥 戸戶户 教敎 暁曉晓 曽曾 柳栁 栗慄 梅楳 槙槇 歩步 毎每
渋澁 湾灣 為爲为 狭狹 状狀 献獻 瑶瑤 畑畠 秋秌 竪豎 節节 翠翆 舗舖 荘莊庄 葉叶 蔣蒋 張张 劉刘 陳陈 楊杨 趙赵 黄黃
呉吳吴 孫孙 馬马 羅罗 鄭郑 謝谢 韓韩 鄧邓 馮冯 許许 蕭萧肖 蘇苏 呂吕 閻阎闫 鐘钟鍾 盧卢 賈贾 範范 譚谭 鄒邹 陸陆
厳嚴严 銭钱 湯汤 龔龚 賀贺 顧顾 竇窦 邱丘 項项 鳳凤 麗丽 華华 偉伟 軍军 傑杰 強强 紅红 艶艷艳 蘭兰 瑩莹 穎颖頴 夢梦
俊儁 輝辉 剛刚 濤涛 鵬鹏 飛飞 凱凯 嵐岚 雲云 風风 氷冰 東东 発發发 興兴 業业 義义 慶庆 寧宁 愛爱 嬌娇 潔洁 瓊琼 珍珎
鶯莺 鴻鸿 齢齡龄 澄澂 亜亞亚 児兒儿 図圖图 団團团 壱壹 売賣卖 変變变 宮宫 専專专 将將 尓爾尔 帯帶带 帰歸归 当當 径徑
恒恆 悦悅 戦戰战 択擇择 担擔 拠據据 挙擧举 権權权 歓歡欢 残殘 浄淨净 満滿满 湿濕 焼燒烧 営營营 画畫 観觀观 訳譯译
証證证 読讀读 識识 讃讚赞 貞贞 財财 貴贵 賓宾 践踐 軽輕轻 転轉转 連连 運运 達达 遠远 遥遙 選选 郷鄉乡 釈釋释 銀银
録錄录 鋭锐 錦锦 鎮鎭镇 長长 門门 開开 間间 陰阴 険險险 随隨 雑雜杂 霊靈灵 韻韵 順顺 須须 題题 願愿 駅驛驿 駿骏 験驗验
髪髮 鮮鲜 鶏鷄鸡 溝沟 橋桥 岡冈 峰峯 岳嶽 松枩 樺桦 藪薮 諏诹 鴨鸭 鷹鹰 鷲鹫 鳥鸟 魚鱼 書书 時时 暢畅 暦曆历 曹曺
済濟济 渕淵渊 潤润 炉爐 点點 環环 現现 産產产 留畄 異异 礎础 禅禪 種种 稲稻 積积 競竞 紀纪 純纯 紗纱 経經经 結结 絢绚
統统 継繼继 続續续 維维 綾绫 緒绪 総總总 縁緣缘 織织 繊纖纤 罰罚 聖圣 聯联 脩修 脳腦脑 艦舰
"""
_FIRST_FORM = {form: group[0] for group in _FORMS.split() for form in group[1:]}


def is_ideograph(character: str) -> bool:
    """Whether a character is a Chinese one, of any block."""
    return unicodedata.name(character, "").startswith(("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH")) or (
        character == "々"
    )


def fold_characters(text: str) -> str:
    """The Chinese characters of a text in one form each; 々 repeats the one before it. Idempotent."""
    folded: list[str] = []
    for character in text:
        if not is_ideograph(character):
            continue
        plain = unicodedata.normalize("NFKC", character)  # a compatibility ideograph as the unified one
        folded.append(folded[-1] if character == "々" and folded else _FIRST_FORM.get(plain, plain))
    return "".join(folded)
