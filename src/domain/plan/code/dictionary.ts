import { strToU8 } from 'fflate'

/**
 * Words that families write into plans, so that a code can point to them instead of spelling them: names of sites, people,
 * things and doings, what is met most often last (nearer is shorter). Never shown to anybody. It belongs to version 1 of the
 * layout and is never changed by a single sign: with another dictionary every code that was ever printed is unreadable.
 */
const WORDS = [
  'City Hall|Junior High School|Elementary School|Community Center|Hospital|Station|Park|Hotel|Apartment|Grandmother|Grandfather|',
  'Grandma|Grandpa|Mother|Father|Mama|Papa|Uncle|Aunt|Neighbor|Friend|My family|Our plan|My home|Home|School|Work|medicine|',
  'passport|insulin|wheelchair|oxygen|the car|upstairs|before dark|call |bring |take |pick up |with |from |and |',
  'Nhà của |Trường tiểu học |bệnh viện |thuốc |Kế hoạch của gia đình |Escola |Casa |remédio |Rumah |Sekolah |Bahay |',
  '小学|医院|我家|奶奶|爷爷|妈妈|爸爸|',
  '高等学校大学附属保育園幼稚園こども園学童クラブ集会所集落センター文化会館総合運動公園アリーナコミュニティセンター交流プラザホール市民会館',
  '地区公民館分館体育館武道館図書館道の駅ショッピングモール神社お寺教会ホテル旅館駐車場橋踏切歩道橋川沿い海岸坂道高台屋上',
  '総合病院クリニック医院薬局訪問看護ステーションデイサービスケアマネジャーヘルパー老人ホーム福祉センター社会福祉協議会保健所市役所町役場',
  '消防署消防団警察署交番民生委員自治会長区長班長隣の家近所の友だち大家さん管理人会社の同僚職場先生担任',
  '祖父祖母息子娘夫妻兄弟姉妹叔父叔母伯父伯母甥姪孫赤ちゃん妊婦じいちゃんばあちゃんじいじばあばおじいちゃんおばあちゃんパパママ',
  'お兄ちゃんお姉ちゃんお父さんお母さん父の携帯母の携帯電話番号（自宅）（携帯）（職場）ペット犬と猫のケージえさ',
  '常備薬お薬手帳保険証入れ歯補聴器めがね車いす酸素ボンベ人工呼吸器バッテリー充電インスリン粉ミルクおむつ毛布寝袋水と食料懐中電灯ラジオ',
  '通帳と印鑑貴重品を2階に上げる車を高い所に移すブレーカーを落とすガスの元栓を閉める戸締まりをする窓を閉める土のうを置く',
  'スマホで水位を見る雨雲レーダーを見るテレビをつける市の防災メール前の日の夕方まで暗くなる前に雨が強くなる前に早めに',
  'を手伝ってくれるを手伝うに電話するに連絡するにメールするへ迎えに行くを連れて行くを持って行くを車に積むに泊まる',
  'で待ち合わせるに集まるで休むを通らない通れないエレベーターあり夜も可鍵はペット可1階の2階の3階の県立町立市立',
  '親せきの家友人の家じいちゃんの家おじさんの家おばさんの家実家わが家のマイ・タイムライン避難計画うち自宅避難所中学校公民館小学校さんの家',
]

export const DICTIONARY: Uint8Array = strToU8(WORDS.join(''))
