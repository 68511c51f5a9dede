pragma application_id = 1953326445;
pragma user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE language (number integer primary key, tag text not null unique);
INSERT INTO "language" VALUES(1,'en');
INSERT INTO "language" VALUES(2,'zh-Hans-CN');
CREATE TABLE pending (unit integer primary key);
CREATE TABLE posting (key integer primary key, rows blob not null);
INSERT INTO "posting" VALUES(1536994110328537123,X'03000000');
INSERT INTO "posting" VALUES(1536994110336925698,X'01000000');
INSERT INTO "posting" VALUES(1536994110336925730,X'01000000');
INSERT INTO "posting" VALUES(1536994110336925762,X'01000000');
INSERT INTO "posting" VALUES(1536994110336925795,X'03000000');
INSERT INTO "posting" VALUES(1536994110336925827,X'03000000');
INSERT INTO "posting" VALUES(1536994110336925859,X'03000000');
INSERT INTO "posting" VALUES(1536994110336925891,X'03000000');
INSERT INTO "posting" VALUES(6158672490497511077,X'04000000');
INSERT INTO "posting" VALUES(6158673846967730307,X'02000000');
INSERT INTO "posting" VALUES(6158673889581858853,X'04000000');
INSERT INTO "posting" VALUES(6158673889590247621,X'04000000');
INSERT INTO "posting" VALUES(6158674122517557475,X'02000000');
INSERT INTO "posting" VALUES(6158674179627147267,X'02000000');
INSERT INTO "posting" VALUES(6158674234656284355,X'02000000');
INSERT INTO "posting" VALUES(6158674606505852965,X'04000000');
INSERT INTO "posting" VALUES(6158674606514241701,X'04000000');
INSERT INTO "posting" VALUES(6158675109621006469,X'04000000');
INSERT INTO "posting" VALUES(6158675109621673509,X'04000000');
INSERT INTO "posting" VALUES(6158690082951990949,X'04000000');
INSERT INTO "posting" VALUES(6158690083019099813,X'04000000');
CREATE TABLE row (number integer primary key, key integer not null, tokens text not null);
INSERT INTO "row" VALUES(1,1937873631853223815,'񀀀񀀁񀀂');
INSERT INTO "row" VALUES(2,1976681150674841407,'打开文件');
INSERT INTO "row" VALUES(3,-6432042248034504443,'񀀃񀀄');
INSERT INTO "row" VALUES(4,2296917437995176228,'第页共页');
CREATE TABLE source (
    number integer primary key, name text not null, header text not null, trailer text not null default '[]',
    unique (name, header)
);
INSERT INTO "source" VALUES(1,'a.tmx','[{"creationtool":"termbase","creationtoolversion":"0.1.0","segtype":"phrase","adminlang":"en","srclang":"en","datatype":"plaintext","o-tmf":"termbase"},[],{},[],[],[]]','[[],[],[]]');
CREATE TABLE unit (
    number integer primary key, identity integer not null, digest integer not null,
    source integer not null, record text not null
);
INSERT INTO "unit" VALUES(1,2517695806837631969,5883722929291270871,1,'[{"tuid":"1"},[[{"xml:lang":"en"},["Open the file"],[],[],[]],[{"xml:lang":"zh-CN"},["打开文件"],[],[],[]]],[],[],[]]');
INSERT INTO "unit" VALUES(2,6691995194688101731,-6465282387907661674,1,'[{},[[{"xml:lang":"en"},["Page 3 of 10"],[],[],[]],[{"xml:lang":"zh-CN"},["第3页，共10页"],[],[],[]]],[],[],[]]');
CREATE TABLE variant (
    number integer primary key, unit integer not null, place integer not null, language integer not null,
    row integer not null, text integer not null, previous integer not null, following integer not null
);
INSERT INTO "variant" VALUES(1,1,0,1,1,-6917726896932692352,0,3811288039862597307);
INSERT INTO "variant" VALUES(2,1,1,2,2,-3275409685991212971,0,-1958307769990559414);
INSERT INTO "variant" VALUES(3,2,0,1,3,3811288039862597307,-6917726896932692352,0);
INSERT INTO "variant" VALUES(4,2,1,2,4,-1958307769990559414,-3275409685991212971,0);
CREATE TABLE word (number integer primary key, word text not null unique);
INSERT INTO "word" VALUES(1,'open');
INSERT INTO "word" VALUES(2,'the');
INSERT INTO "word" VALUES(3,'file');
INSERT INTO "word" VALUES(4,'page');
INSERT INTO "word" VALUES(5,'of');
INSERT INTO "word" VALUES(6,'3');
INSERT INTO "word" VALUES(7,'10');
CREATE INDEX unit_identity on unit (identity);
CREATE INDEX variant_unit on variant (unit);
CREATE INDEX variant_row on variant (row, text, previous);
CREATE INDEX row_key on row (key);
COMMIT;
