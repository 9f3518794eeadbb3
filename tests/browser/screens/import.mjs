// 台帳の取り込み.

import { csv, press, upload } from "../company.mjs";

const heading = "業務分類,情報資産名称,備考,管理部署,媒体・保存先,個人情報,機密性,完全性,可用性,棚番号";
const mixed = [
  heading,
  "人事,社員名簿,氏名と連絡先,総務部,事務所PC,有,3,2,2,A-1",
  "人事,採用応募者の履歴書,面接の記録を含む,総務部,書類,有,3,2,1,A-2",
  "営業,展示会の名刺,未整理,営業部,書類,有,2,2,1,B-1",
  "営業,価格表,得意先ごと,営業部,現場端末,,高い,2,2,B-2",
  "営業,,名前のない行,営業部,書類,,1,1,1,B-3",
  "製造,検査記録,出荷の前,製造部,現場端末,,1,3,2,C-1",
];

/** A file with everything in it: new, changed, unusable, an unknown medium, a column of the company's own. */
export async function* imports(here) {
  const page = await here.signedIn();
  await page.goto("/assets/import");
  yield { name: "import", page };
  await press(page, "内容を確かめる");
  yield { name: "import-with-mistakes", page };
  await upload(page, csv("追加の台帳.csv", mixed));
  for (const [part, name] of [["new", "新規"], ["changed", "変更"], ["unchanged", "変更なし"], ["unusable", "使えない行"], ["missing", "ファイルにない情報資産"]]) {
    await page.locator(".tabs").getByRole("link", { name: new RegExp(`^${name}\\s*\\d`) }).click();
    await page.waitForURL(new RegExp(`show=${part}`));
    yield { name: `import-preview-${part}`, page };
  }
  await page.goto("/assets/import");
  yield { name: "import-unfinished", page };
  await upload(page, csv("買い物.csv", ["品名,数量", "紙,3"]));
  yield { name: "import-unreadable", page };
  const lines = Array.from({ length: 3_500 }, (_, number) => `総務,保管文書${number},,総務部,書類,,1,1,1,`);
  await upload(page, csv("文書庫の台帳.csv", [heading, ...lines]));
  yield { name: "import-preview-long", page };
  await press(page, "新規3,500件を取り込む");
  yield { name: "job", page };
  await page.getByText("情報資産3,500件を追加しました。").waitFor();
  yield { name: "job-ended", page };
  await page.goto("/assets");
  yield { name: "assets-many", page };
}
