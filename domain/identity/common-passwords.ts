/**
 * Words that passwords of ten characters and more are commonly made of, with digits or signs at their ends: the ones
 * known everywhere, and those of a Vietnamese office. Compared without case, accents and disguises.
 */
export const commonPasswords: readonly string[] = `
  password passwords passw0rd mypassword thepassword passwordadmin adminpassword password password1password
  admin administrator adminadmin adminroot root toor superadmin superuser useruser userpassword guestguest
  welcome welcome1 welcomehome letmein letmeinnow changeme changemenow default defaultpassword temporary temppassword
  secret supersecret topsecret mysecret login loginlogin access opensesame trustno1 whatever nothing something
  iloveyou iloveyouu iloveu iloveyoubaby iloveyouforever lovelove loveyou mylove sunshine princess butterfly chocolate
  football baseball basketball superman batman spiderman pokemon dragon monkey shadow master michael jennifer jordan
  starwars computer internet samsung samsunggalaxy microsoft windows iphone google facebook zalo zalozalo youtube
  qwerty qwertyuiop qwertyui qwerty123 qwertyqwerty qwertyadmin asdfghjkl asdfasdf asdfghjk zxcvbnm zxcvbnm123
  qazwsx qazwsxedc 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 qweasdzxc qweasd abcabc abc123abc abcd1234 a1b2c3d4 a1b2c3d4e5
  aaaaaaaaaa abcdefghij abcdefgh abcdef abc abcd aa a q qwe asd zxc test testtest testing testpassword demo demodemo
  matkhau matkhaumoi matkhaucu matkhauchung matkhaudung matkhauadmin matkhaumacdinh matkhaucuatoi matma matmakhau
  khongco khongcopass khongbiet khongnho quenmatkhau dangnhap taikhoan nguoidung quantri quantrivien quanly
  xinchao chaomung chaoban camon tambiet vietnam vietnamvodich vietnamoi yeuvietnam toiyeuvietnam ilovevietnam
  hanoi hanoiviet saigon hochiminh tphcm haiphong danang cantho hue daklak binhphuoc dongnai thanhhoa nghean
  anhyeuem emyeuanh anhnhoem toiyeuem yeuem yeuanh yeumai maiyeu yeunhieu nhoemnhieu tinhyeu motminh giadinh giadinhtoi
  conyeu mevabe bome chame ongba hanhphuc maiman maimai thanhcong phattai phatloc tailoc anlanh binhan sinhnhat
  ubnd ubndxa ubndphuong ubndtinh ubndhuyen ubndthitran vanphongubnd hdnd dangbo danguy chutich phochutich bithu
  vanhoa vanhoaxahoi vanhoathongtin thongtin thongtincoso heThongThongTin truyenthanh daitruyenthanh phatthanh loaphatthanh
  loaphuong loatruyenthanh loaxa nguon nguonnguon hethong hethongnguon congan conganxa quansu dichvucong motcua
  admin@123 admin123admin matkhau123matkhau password123password abc123456abc 123456a 123456abc a123456 abc123 123abc
`
  .trim()
  .split(/\s+/)
